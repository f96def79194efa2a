package address

import "strings"

// What other systems add to links to follow their readers. It is passed over in silence: it is nobody's mistake, and is gone when the address
// is next written.
var (
	foreigners = []string{"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mkt_tok",
		"mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "srsltid", "ref", "ref_src", "si", "usp", "source", "mibextid", "sfnsn", "__tn__", "gad_source",
		"gad_campaignid", "scid", "epik", "rdt_cid", "trk", "ved", "sa", "ust", "usg", "forceview", "redirect", "embedded", "module_item_id"}
	foreignPrefixes = []string{"utm_", "mtm_", "pk_", "_x_tr_", "__hs", "vero_", "oly_", "__cft__", "hsa_", "fb_", "at_", "wt."}
)

func foreign(key string) bool {
	for _, s := range foreigners {
		if s == key {
			return true
		}
	}
	for _, s := range foreignPrefixes {
		if strings.HasPrefix(key, s) {
			return true
		}
	}
	return false
}
