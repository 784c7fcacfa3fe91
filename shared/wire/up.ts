import * as v from 'valibot';
import { studentIntentSchema } from './student-intents.ts';
import { teacherIntentSchema } from './teacher-intents.ts';

/** Everything that travels up: one event, `intent`, with an acknowledgement. */
const seq = v.pipe(v.number(), v.integer(), v.minValue(1));

export const studentUpSchema = v.strictObject({ seq, intent: studentIntentSchema });
export const teacherUpSchema = v.strictObject({ seq, intent: teacherIntentSchema });
