/**
 * The words for one input, in the forms a sentence may need: "orejas", "las orejas", "de las orejas", and what
 * more of it means: "orejas en punta".
 */
export type FeatureWords = {
  readonly name: string;
  readonly the: string;
  readonly from: string;
  readonly more: string;
};
