package table

import "strings"

// missing says whether a cell stands for no value.
func missing(cell string) bool {
	if len(cell) > 9 || len(cell) > 0 && cell[0] >= '0' && cell[0] <= '9' || len(cell) > 1 && cell[0] == '-' && cell[1] >= '0' && cell[1] <= '9' {
		return false
	}
	switch strings.ToLower(cell) {
	case "", "na", "n/a", "n.a.", "n.a", "<na>", "nan", "nat", "null", "none", "nil", "missing", "undefined", "nd", "n.d.", "k.a.", "k. a.", `\n`,
		"-", "--", "---", "−", "–", "—", "?", ".", "..", "...", "…", "*", "inf", "+inf", "-inf", "−inf", "infinity", "-infinity", "∞", "-∞", "−∞":
		return true
	}
	return spreadsheetError(cell)
}

// spreadsheetError says whether text begins with what a spreadsheet writes where a formula fails.
func spreadsheetError(text string) bool {
	if !strings.HasPrefix(text, "#") {
		return false
	}
	for _, e := range []string{"#N/A", "#NA", "#NV", "#DIV/0!", "#VALUE!", "#WERT!", "#REF!", "#BEZUG!", "#NUM!", "#ZAHL!", "#NAME?", "#NULL!"} {
		if strings.HasPrefix(text, e) {
			return true
		}
	}
	return false
}
