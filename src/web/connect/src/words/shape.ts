/** A text that depends on a number: which form is used is for the language to say, `other` when it has none of its own. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Text = string | Plural;
export type Area = Readonly<Record<string, Text>>;

/** The same keys as the English area, plural where that is plural: what is missing or too much does not compile. */
export type Translated<A extends Area> = { readonly [K in keyof A]: A[K] extends string ? string : Plural };

type Places<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** The names in braces of a text; a plural always has its `count`. */
export type PlacesOf<T> = T extends string ? Places<T> : T extends Plural ? 'count' | Places<T[keyof T & keyof Plural]> : never;
