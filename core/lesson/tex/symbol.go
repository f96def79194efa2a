package tex

// operators are single characters.
var operators = map[string]string{
	"+": "<mo>+</mo>", "-": "<mo>−</mo>", "=": "<mo>=</mo>", "<": "<mo>&lt;</mo>", ">": "<mo>&gt;</mo>",
	"/": "<mo>/</mo>", "*": "<mo>∗</mo>", ",": "<mo>,</mo>", ";": "<mo>;</mo>", ":": "<mo>:</mo>", "!": "<mo>!</mo>", ".": "<mo>.</mo>",
	"(": fixed("("), ")": fixed(")"), "[": fixed("["), "]": fixed("]"), "|": fixed("|"), "~": "<mtext>\u00a0</mtext>",
}

// fixed is a fence that does not stretch.
func fixed(mark string) string { return `<mo stretchy="false">` + mark + "</mo>" }

// opening and closing are fences of a pair that do not stretch: a bar alone does not say which it is.
func opening(mark string) string { return `<mo form="prefix" stretchy="false">` + mark + "</mo>" }
func closing(mark string) string { return `<mo form="postfix" stretchy="false">` + mark + "</mo>" }

// fences are what may follow \left and its like.
var fences = map[string]string{
	"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", `\{`: "{", `\}`: "}", `\|`: "‖", ".": "", `\langle`: "⟨", `\rangle`: "⟩",
	`\lvert`: "|", `\rvert`: "|", `\lVert`: "‖", `\rVert`: "‖", `\lfloor`: "⌊", `\rfloor`: "⌋", `\lceil`: "⌈", `\rceil`: "⌉",
}

// named are functions whose names are upright and stand apart from their argument.
var named = set(`\log`, `\exp`, `\sin`, `\cos`, `\tanh`, `\max`, `\min`, `\arg`, `\Pr`)

// limits are operators that have their scripts below and above where there is room.
var limits = set(`\sum`, `\prod`, `\max`, `\min`, `\lim`, `\sup`, `\inf`, `\underbrace`)

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// symbols are commands that stand for themselves.
var symbols = catalogue()

func catalogue() map[string]string {
	m := map[string]string{
		`\,`: thin, `\;`: space("0.2778em"), `\:`: space("0.2222em"), `\ `: space("0.25em"), `\!`: space("-0.1667em"),
		`\quad`: space("1em"), `\qquad`: space("2em"),
		`\{`: fixed("{"), `\}`: fixed("}"), `\|`: fixed("‖"), `\langle`: fixed("⟨"), `\rangle`: fixed("⟩"),
		`\lvert`: opening("|"), `\rvert`: closing("|"), `\lVert`: opening("‖"), `\rVert`: closing("‖"),
		`\lfloor`: opening("⌊"), `\rfloor`: closing("⌋"), `\lceil`: opening("⌈"), `\rceil`: closing("⌉"),
		`\sum`: "<mo>∑</mo>", `\prod`: "<mo>∏</mo>", `\int`: "<mo>∫</mo>",
		`\%`: "<mo>%</mo>", `\$`: "<mo>$</mo>", `\&`: "<mo>&amp;</mo>",
	}
	for name, mark := range relations {
		m[name] = "<mo>" + mark + "</mo>"
	}
	for name, mark := range letters {
		m[name] = "<mi>" + mark + "</mi>"
	}
	for name := range named {
		m[name] = "<mi>" + name[1:] + "</mi>"
	}
	for _, name := range []string{`\max`, `\min`, `\lim`, `\sup`, `\inf`} {
		m[name] = `<mo form="prefix" movablelimits="true" lspace="0" rspace="0">` + name[1:] + "</mo>"
	}
	return m
}

func space(width string) string { return `<mspace width="` + width + `"></mspace>` }

// relations and operators with names.
var relations = map[string]string{
	`\cdot`: "·", `\times`: "×", `\pm`: "±", `\odot`: "⊙", `\circ`: "∘",
	`\le`: "≤", `\leq`: "≤", `\ge`: "≥", `\geq`: "≥", `\ne`: "≠", `\neq`: "≠", `\approx`: "≈", `\equiv`: "≡", `\sim`: "∼", `\propto`: "∝",
	`\in`: "∈", `\to`: "→", `\rightarrow`: "→", `\leftarrow`: "←", `\mapsto`: "↦", `\Rightarrow`: "⇒", `\iff`: "⇔",
	`\cap`: "∩", `\cup`: "∪", `\subset`: "⊂", `\top`: "⊤",
	`\mid`: "∣", `\parallel`: "∥", `\ll`: "≪", `\gg`: "≫", `\nabla`: "∇", `\partial`: "∂",
	`\dots`: "…", `\ldots`: "…", `\cdots`: "⋯",
}

// letters with names.
var letters = map[string]string{
	`\alpha`: "α", `\beta`: "β", `\gamma`: "γ", `\delta`: "δ", `\epsilon`: "ϵ", `\varepsilon`: "ε", `\zeta`: "ζ", `\eta`: "η", `\theta`: "θ",
	`\kappa`: "κ", `\lambda`: "λ", `\mu`: "μ", `\nu`: "ν", `\xi`: "ξ", `\pi`: "π", `\rho`: "ρ", `\sigma`: "σ", `\tau`: "τ", `\phi`: "ϕ",
	`\varphi`: "φ", `\chi`: "χ", `\psi`: "ψ", `\omega`: "ω", `\Gamma`: "Γ", `\Delta`: "Δ", `\Theta`: "Θ", `\Lambda`: "Λ", `\Sigma`: "Σ",
	`\Phi`: "Φ", `\Psi`: "Ψ", `\Omega`: "Ω", `\infty`: "∞", `\ell`: "ℓ",
}

// doubled and script are alphabets.
var (
	doubled = map[string]string{"E": "𝔼", "R": "ℝ", "N": "ℕ", "P": "ℙ", "Z": "ℤ"}
	script  = map[string]string{"L": "ℒ", "N": "𝒩", "U": "𝒰", "D": "𝒟"}
)
