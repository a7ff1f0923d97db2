/**
 * True if a text contains a name as a whole, not as part of a longer name: `login` is in `ALARM(login)`, not in
 * `ALARM(login-errors)`.
 *
 * @param nameCharacter matches the characters that may be part of a name
 */
export function includesName(text: string, name: string, nameCharacter: RegExp): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		if (!nameCharacter.test((text[at - 1] ?? " ") + (text[at + name.length] ?? " "))) return true;
	}
	return false;
}
