/** Characters that LaTeX writes with a command, and those that it reads as they are. */

/** Reads a list of a character, its command, the next character, and so on. */
function pairs(list: string): ReadonlyMap<string, string> {
  const words = list.trim().split(/\s+/);
  const found = new Map<string, string>();
  for (let index = 0; index + 1 < words.length; index += 2) {
    found.set(words[index] as string, words[index + 1] as string);
  }
  return found;
}

/**
 * What text may hold as it is: letters and signs that `inputenc` and `fontenc` give to the fonts
 * of the encodings T1 and TS1 (the tables `t1enc.dfu` and `ts1enc.dfu` of LaTeX), but for those
 * that Helvetica of `psnfss` has no glyphs for.
 */
export const plain =
  /^[\u00a1-\u00ac\u00ae-\u0125\u0128-\u0134\u0136\u0137\u0139-\u013e\u0141-\u0148\u014c-\u0165\u0168-\u017e\u01cd-\u01d4\u01e2\u01e3\u01e6-\u01eb\u01f4\u01f5\u0218-\u021b\u0232\u0233\u1e9e\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2030\u2031\u2039\u203a\u20ac\u2122]$/;

/** Characters with a meaning in TeX, or that a T1 font joins to another sign, and others of text. */
export const textCommands: ReadonlyMap<string, string> = pairs(String.raw`
  # \# $ \$ % \% & \& _ \_ { \{ } \}
  \ \textbackslash{} ~ \textasciitilde{} ^ \textasciicircum{}
  < \textless{} > \textgreater{} | \textbar{} " \textquotedbl{}
  ' \textquotesingle{} ${'` \\`'}{} ¨ \"{} ¯ \={} ´ \'{} ¸ \c{}
  … \textellipsis{} − \textminus{} ⁄ \textfractionsolidus{} ‖ $\Vert$
  ‘ \textquoteleft{} ’ \textquoteright{}
  ␣ \textvisiblespace{} ﬀ ff ﬁ fi ﬂ fl ﬃ ffi ﬄ ffl
`);

/** Letters and signs of formulas, as commands of LaTeX, `amsmath` and `amssymb`. */
export const mathCommands: ReadonlyMap<string, string> = pairs(String.raw`
  α \alpha β \beta γ \gamma δ \delta ε \varepsilon ζ \zeta η \eta θ \theta ι \iota κ \kappa
  λ \lambda μ \mu ν \nu ξ \xi ο o π \pi ρ \rho ς \varsigma σ \sigma τ \tau υ \upsilon φ \varphi
  χ \chi ψ \psi ω \omega ϑ \vartheta ϕ \phi ϖ \varpi ϱ \varrho ϵ \epsilon ϰ \varkappa ϝ \digamma
  Α \mathrm{A} Β \mathrm{B} Γ \Gamma Δ \Delta Ε \mathrm{E} Ζ \mathrm{Z} Η \mathrm{H} Θ \Theta
  Ι \mathrm{I} Κ \mathrm{K} Λ \Lambda Μ \mathrm{M} Ν \mathrm{N} Ξ \Xi Ο \mathrm{O} Π \Pi
  Ρ \mathrm{P} Σ \Sigma Τ \mathrm{T} Υ \Upsilon Φ \Phi Χ \mathrm{X} Ψ \Psi Ω \Omega ϴ \Theta
  ∆ \Delta
  × \times ÷ \div ± \pm ∓ \mp · \cdot ⋅ \cdot ∙ \bullet ∗ \ast ⋆ \star ∘ \circ − - ∕ / ∖ \setminus
  ⊕ \oplus ⊖ \ominus ⊗ \otimes ⊘ \oslash ⊙ \odot ⊚ \circledcirc ⊛ \circledast ⊝ \circleddash
  ⊞ \boxplus ⊟ \boxminus ⊠ \boxtimes ⊡ \boxdot ⨁ \bigoplus ⨂ \bigotimes ⨀ \bigodot ⨄ \biguplus
  ∩ \cap ∪ \cup ⊓ \sqcap ⊔ \sqcup ⊎ \uplus ∧ \wedge ∨ \vee ⋀ \bigwedge ⋁ \bigvee ⋂ \bigcap ⋃ \bigcup
  ¬ \neg ∀ \forall ∃ \exists ∄ \nexists ∅ \emptyset ⌀ \varnothing ∁ \complement
  ∈ \in ∉ \notin ∋ \ni ⊂ \subset ⊃ \supset ⊆ \subseteq ⊇ \supseteq ⊊ \subsetneq ⊋ \supsetneq
  ⊏ \sqsubset ⊐ \sqsupset ⊑ \sqsubseteq ⊒ \sqsupseteq
  ≤ \le ≥ \ge ⩽ \leqslant ⩾ \geqslant ≦ \leqq ≧ \geqq ≪ \ll ≫ \gg ≠ \ne ≡ \equiv ≈ \approx
  ≃ \simeq ≅ \cong ∼ \sim ≁ \nsim ∝ \propto ≍ \asymp ≐ \doteq ≜ \triangleq ≔ \mathrel{:=}
  ≺ \prec ≻ \succ ≼ \preceq ≽ \succeq ≲ \lesssim ≳ \gtrsim ≶ \lessgtr ≷ \gtrless
  ∥ \parallel ∦ \nparallel ∣ \mid ∤ \nmid ⊥ \perp ⊤ \top ⊢ \vdash ⊣ \dashv ⊨ \models
  ∞ \infty ∂ \partial ∇ \nabla ∑ \sum ∏ \prod ∐ \coprod ∫ \int ∬ \iint ∭ \iiint ∮ \oint √ \surd
  ∴ \therefore ∵ \because ∠ \angle ∡ \measuredangle ′ {}' ″ {}'' ‴ {}''' ‵ \backprime
  … \ldots ⋯ \cdots ⋮ \vdots ⋱ \ddots ‖ \Vert
  ← \leftarrow ↑ \uparrow → \rightarrow ↓ \downarrow ↔ \leftrightarrow ↕ \updownarrow
  ↖ \nwarrow ↗ \nearrow ↘ \searrow ↙ \swarrow ↚ \nleftarrow ↛ \nrightarrow ↝ \rightsquigarrow
  ↞ \twoheadleftarrow ↠ \twoheadrightarrow ↢ \leftarrowtail ↣ \rightarrowtail ↤ \leftarrow
  ↦ \mapsto ↩ \hookleftarrow ↪ \hookrightarrow ↫ \looparrowleft ↬ \looparrowright
  ↰ \Lsh ↱ \Rsh ↶ \curvearrowleft ↷ \curvearrowright ↺ \circlearrowleft ↻ \circlearrowright
  ↼ \leftharpoonup ↽ \leftharpoondown ⇀ \rightharpoonup ⇁ \rightharpoondown
  ⇄ \rightleftarrows ⇅ \uparrow\downarrow ⇆ \leftrightarrows ⇇ \leftleftarrows ⇈ \upuparrows
  ⇉ \rightrightarrows ⇊ \downdownarrows ⇋ \leftrightharpoons ⇌ \rightleftharpoons
  ⇐ \Leftarrow ⇑ \Uparrow ⇒ \Rightarrow ⇓ \Downarrow ⇔ \Leftrightarrow ⇕ \Updownarrow
  ⇝ \rightsquigarrow ⟵ \longleftarrow ⟶ \longrightarrow ⟷ \longleftrightarrow
  ⟸ \Longleftarrow ⟹ \Longrightarrow ⟺ \Longleftrightarrow ⟼ \longmapsto ⊸ \multimap
  ⌈ \lceil ⌉ \rceil ⌊ \lfloor ⌋ \rfloor ⟨ \langle ⟩ \rangle 〈 \langle 〉 \rangle ⌜ \ulcorner
  ⌝ \urcorner ⌞ \llcorner ⌟ \lrcorner
  ℵ \aleph ℶ \beth ℷ \gimel ℏ \hbar ℓ \ell ℘ \wp ℜ \Re ℑ \Im ı \imath ȷ \jmath ð \eth
  ℂ \mathbb{C} ℍ \mathbb{H} ℕ \mathbb{N} ℙ \mathbb{P} ℚ \mathbb{Q} ℝ \mathbb{R} ℤ \mathbb{Z}
  ℬ \mathcal{B} ℰ \mathcal{E} ℱ \mathcal{F} ℋ \mathcal{H} ℐ \mathcal{I} ℒ \mathcal{L} ℳ \mathcal{M}
  ℛ \mathcal{R} ℊ g ℎ h ℯ e ℴ o ℭ \mathfrak{C} ℌ \mathfrak{H} ℨ \mathfrak{Z} ⅆ d ⅇ e ⅈ i ⅉ j
  ■ \blacksquare □ \square ▪ {\scriptstyle\blacksquare} ▫ {\scriptstyle\square}
  ▲ \blacktriangle △ \triangle ▴ {\scriptstyle\blacktriangle} ▵ {\scriptstyle\triangle}
  ▶ \blacktriangleright ▷ \triangleright ▸ {\scriptstyle\blacktriangleright} ► \blacktriangleright
  ▼ \blacktriangledown ▽ \triangledown ▾ {\scriptstyle\blacktriangledown}
  ◀ \blacktriangleleft ◁ \triangleleft ◂ {\scriptstyle\blacktriangleleft} ◄ \blacktriangleleft
  ◆ \blacklozenge ◇ \lozenge ◊ \lozenge ● \bullet ○ \bigcirc ◦ \circ ◯ \bigcirc ⬤ \bullet
  ★ \bigstar ☆ \star ♠ \spadesuit ♡ \heartsuit ♢ \diamondsuit ♣ \clubsuit ♥ \heartsuit
  ♦ \blacklozenge ♭ \flat ♮ \natural ♯ \sharp ✓ \checkmark ✔ \checkmark ✕ \times ✖ \times
  ✗ \times ✘ \times ⊲ \vartriangleleft ⊳ \vartriangleright ⋈ \bowtie ⧓ \bowtie
`);

/** Accents of text and of formulas by their combining character. */
export const accents: ReadonlyMap<string, { readonly text?: string; readonly math?: string }> =
  new Map([
    ['\u0300', { text: '\\`', math: '\\grave' }],
    ['\u0301', { text: "\\'", math: '\\acute' }],
    ['\u0302', { text: '\\^', math: '\\hat' }],
    ['\u0303', { text: '\\~', math: '\\tilde' }],
    ['\u0304', { text: '\\=', math: '\\bar' }],
    ['\u0305', { math: '\\overline' }],
    ['\u0306', { text: '\\u', math: '\\breve' }],
    ['\u0307', { text: '\\.', math: '\\dot' }],
    ['\u0308', { text: '\\"', math: '\\ddot' }],
    ['\u030a', { text: '\\r', math: '\\mathring' }],
    ['\u030b', { text: '\\H' }],
    ['\u030c', { text: '\\v', math: '\\check' }],
    ['\u0323', { text: '\\d' }],
    ['\u0327', { text: '\\c' }],
    ['\u0328', { text: '\\k' }],
    ['\u0331', { text: '\\b', math: '\\underline' }],
    ['\u0332', { text: '\\b', math: '\\underline' }],
    ['\u20d7', { math: '\\vec' }],
  ]);

/** Spaces of a certain width; the rest are plain spaces. */
export const spaces: ReadonlyMap<string, string> = new Map([
  ['\u00a0', '~'],
  ['\u2002', '\\enspace{}'],
  ['\u2003', '\\quad{}'],
  ['\u2007', '~'],
  ['\u2009', '\\,'],
  ['\u200a', '\\,'],
  ['\u202f', '\\,'],
]);

/** Raised and lowered letters and digits; their compatibility decomposition is what is raised. */
export const raised =
  /^[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u2070-\u207f]$/;
export const lowered = /^[\u1d62-\u1d6a\u2080-\u209c\u2c7c]$/;

/** Mathematical alphabets of Unicode: first code point, last, and the command. */
export const alphabets: readonly (readonly [first: number, last: number, command: string])[] = [
  [0x1d400, 0x1d433, '\\mathbf'],
  [0x1d434, 0x1d467, ''],
  [0x1d468, 0x1d49b, '\\boldsymbol'],
  [0x1d49c, 0x1d4b5, '\\mathcal'],
  [0x1d4d0, 0x1d4e9, '\\mathcal'],
  [0x1d504, 0x1d537, '\\mathfrak'],
  [0x1d538, 0x1d551, '\\mathbb'],
  [0x1d5a0, 0x1d5d3, '\\mathsf'],
  [0x1d5d4, 0x1d607, '\\mathsf'],
  [0x1d670, 0x1d6a3, '\\mathtt'],
  [0x1d7ce, 0x1d7d7, '\\mathbf'],
];
