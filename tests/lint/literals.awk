# SPDX-License-Identifier: MIT
# literals: what people read is in the tables of jalon/text, or beside its other language (.fr, .en).
# A literal with two words of two letters or more is taken for such a text. Includes, asserts,
# comments and the tables themselves are passed over; a line may say "lint: literal" and why.

FILENAME ~ /jalon\/text\// || FILENAME ~ /src\/text\// { next }
/^[ \t]*(\/?\*|\/\/)/ || /^#include/ || /assert\(/ || /lint: literal/ { next }
/\.fr = |\.en = / { next }
{
	rest = $0
	gsub(/\/\*.*\*\//, "", rest)
	while (match(rest, /"([^"\\]|\\.)*"/)) {
		text = substr(rest, RSTART + 1, RLENGTH - 2)
		rest = substr(rest, RSTART + RLENGTH)
		gsub(/%[-+ 0#.*l]*[a-z]+/, " ", text)
		gsub(/\\[a-z0-7]+/, " ", text)
		if (text ~ /[[:alpha:]][[:alpha:]]+ +[[:alpha:]][[:alpha:]]+/)
			printf "%s:%d: words in the code: move them to a table of jalon/text: \"%s\"\n", FILENAME, FNR, text
	}
}
