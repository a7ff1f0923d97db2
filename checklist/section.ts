import type { Item, ItemData } from "./item";

/** A section of the checklist with its items, in the vendor's order. */
export interface Section {
	readonly id: string;
	readonly title: string;
	readonly items: readonly Item[];
}

/** Declares a section and adds the section's id to its items. */
export function section(id: string, title: string, items: readonly ItemData[]): Section {
	return { id, title, items: items.map((item) => ({ ...item, section: id, rulesSuffice: item.rulesSuffice ?? false })) };
}
