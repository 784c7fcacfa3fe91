import type { ClassLanguage } from '../../shared/wire/http.ts';

/** Animals and kind words from which pseudonyms are made: nothing that mocks a body, a mind or a people anywhere. */
export type PseudonymList = {
  readonly animals: readonly Animal[];
  readonly adjectives: readonly Adjective[];
  /** Whether the adjective goes before the animal. */
  readonly adjectiveFirst: boolean;
};

/** Spanish adjectives agree with the animal's grammatical gender; English ones have one form for both. */
export type Animal = { readonly noun: string; readonly gender: 'masculine' | 'feminine' };
export type Adjective = { readonly masculine: string; readonly feminine: string };

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

function animals(gender: Animal['gender'], text: string): readonly Animal[] {
  return words(text).map((noun) => ({ noun, gender }));
}

/** `curioso` stands for curioso and curiosa; `alegre` for both. */
function agreeing(text: string): readonly Adjective[] {
  return words(text).map((word) => ({
    masculine: word,
    feminine: word.endsWith('o') ? word.replace(/o$/u, 'a') : word.replace(/dor$/u, 'dora'),
  }));
}

const SPANISH: PseudonymList = {
  animals: [
    ...animals(
      'feminine',
      `Nutria Ardilla Marmota Jirafa Cebra Gacela Alpaca Llama Vicuña Suricata Salamandra Rana Tortuga Medusa
       Abeja Hormiga Libélula Luciérnaga Liebre Cigüeña Grulla Garza Golondrina Gaviota Abubilla Águila Codorniz
       Capibara Pantera Iguana Alondra Oropéndola Chinchilla`,
    ),
    ...animals(
      'masculine',
      `Castor Delfín Pingüino Frailecillo Flamenco Colibrí Tucán Quetzal Cóndor Halcón Jilguero Petirrojo
       Ruiseñor Gorrión Canario Búho Erizo Tejón Mapache Panda Koala Canguro Lince Ciervo Alce Reno Antílope
       Dromedario Puma Jaguar Leopardo Guepardo Tigre Ocelote Lémur Armadillo Camaleón Ajolote Grillo Cangrejo
       Manatí Corzo Pelícano Albatros Cisne Ñandú Kiwi Coatí Tapir Ornitorrinco Guacamayo Narval`,
    ),
  ],
  adjectives: agreeing(
    `curioso alegre valiente sereno tranquilo amable ingenioso paciente atento veloz brillante risueño creativo
     generoso animado constante sincero audaz hábil noble leal sabio simpático feliz radiante luminoso soñador
     viajero inventivo aventurero musical dorado estelar lunar cósmico tenaz ágil cordial gentil entusiasta
     optimista original fantástico magnífico estupendo genial puntual espléndido`,
  ),
  adjectiveFirst: false,
};

/** English knows no gender here. */
const ENGLISH: PseudonymList = {
  animals: animals(
    'masculine',
    `Otter Squirrel Marmot Giraffe Zebra Gazelle Alpaca Llama Meerkat Salamander Frog Turtle Bee Ant Dragonfly
     Firefly Hare Stork Crane Heron Swallow Seagull Hoopoe Eagle Quail Capybara Panther Iguana Lark Oriole
     Chinchilla Dolphin Penguin Puffin Flamingo Toucan Quetzal Condor Falcon Goldfinch Robin Nightingale Sparrow
     Canary Owl Hedgehog Badger Raccoon Panda Koala Kangaroo Lynx Deer Moose Reindeer Antelope Dromedary Puma
     Jaguar Leopard Cheetah Tiger Ocelot Lemur Armadillo Chameleon Axolotl Cricket Crab Manatee Pelican Albatross
     Swan Kiwi Tapir Platypus Macaw Narwhal Fox Seahorse Wombat Ladybird`,
  ),
  adjectives: agreeing(
    `Curious Cheerful Brave Serene Calm Kind Clever Patient Attentive Swift Bright Smiling Creative Generous
     Lively Steady Sincere Daring Skilful Noble Loyal Wise Friendly Happy Radiant Luminous Dreaming Travelling
     Inventive Adventurous Musical Golden Starry Lunar Cosmic Tireless Nimble Cordial Gentle Eager Hopeful
     Original Fantastic Splendid Marvellous Brilliant Punctual Sunny`,
  ),
  adjectiveFirst: true,
};

export const PSEUDONYMS: Readonly<Record<ClassLanguage, PseudonymList>> = { es: SPANISH, en: ENGLISH };
