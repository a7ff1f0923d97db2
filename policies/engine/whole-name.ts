/**
 * True where a text holds a name, and not only a part of a longer one: `login` is in `ALARM(login)`, not in `ALARM(login-errors)`.
 *
 * @param joins the characters that belong to a name
 */
export function includesWhole(text: string, name: string, joins: RegExp): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		if (!joins.test((text[at - 1] ?? " ") + (text[at + name.length] ?? " "))) return true;
	}
	return false;
}
