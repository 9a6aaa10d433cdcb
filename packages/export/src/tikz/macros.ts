/**
 * What a formula may use: commands that MathJax and LaTeX (with `amsmath` and `amssymb`) both have
 * and that only typeset. Whatever is not listed here never reaches a `.tex` file.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Commands without an argument. */
export const symbolMacros = words(`
  alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu
  xi omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega digamma
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  aleph beth gimel daleth hbar hslash ell wp Re Im imath jmath eth partial nabla infty emptyset
  varnothing complement angle measuredangle sphericalangle surd top bot prime backprime forall
  exists nexists neg lnot flat natural sharp clubsuit diamondsuit heartsuit spadesuit triangle
  square blacksquare Box Diamond lozenge blacklozenge bigstar blacktriangle blacktriangledown
  vartriangle triangledown checkmark maltese
  pm mp times div cdot ast star circ bullet cap cup uplus sqcap sqcup wedge land vee lor setminus
  smallsetminus wr diamond bigtriangleup bigtriangledown triangleleft triangleright oplus ominus
  otimes oslash odot bigcirc dagger ddagger amalg boxplus boxminus boxtimes boxdot circledast
  circledcirc circleddash dotplus ltimes rtimes barwedge veebar curlywedge curlyvee intercal
  lt gt le leq ge geq leqslant geqslant leqq geqq ll gg lll ggg ne neq equiv sim simeq approx
  approxeq cong asymp doteq propto varpropto models perp parallel nparallel mid nmid smile frown
  bowtie prec succ preceq succeq precsim succsim lesssim gtrsim lessgtr gtrless triangleq circeq
  subset supset subseteq supseteq subsetneq supsetneq subseteqq supseteqq nsubseteq nsupseteq
  sqsubset sqsupset sqsubseteq sqsupseteq in notin ni vdash dashv vDash Vdash nvdash nsim ncong
  vartriangleleft vartriangleright trianglelefteq trianglerighteq between therefore because
  leftarrow gets rightarrow to uparrow downarrow leftrightarrow updownarrow Leftarrow Rightarrow
  Uparrow Downarrow Leftrightarrow Updownarrow longleftarrow longrightarrow longleftrightarrow
  Longleftarrow Longrightarrow Longleftrightarrow iff implies impliedby mapsto longmapsto
  hookleftarrow hookrightarrow nearrow searrow swarrow nwarrow leftharpoonup leftharpoondown
  rightharpoonup rightharpoondown rightleftharpoons leftrightharpoons rightleftarrows
  leftrightarrows leftleftarrows rightrightarrows upuparrows downdownarrows nleftarrow nrightarrow
  twoheadleftarrow twoheadrightarrow leftarrowtail rightarrowtail rightsquigarrow
  curvearrowleft curvearrowright circlearrowleft circlearrowright multimap
  sum prod coprod int iint iiint oint bigcap bigcup bigsqcup bigvee bigwedge bigodot bigotimes
  bigoplus biguplus
  arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
  limsup ln log max min Pr sec sin sinh sup tan tanh
  lbrace rbrace lbrack rbrack langle rangle lceil rceil lfloor rfloor vert Vert lvert rvert lVert
  rVert backslash ulcorner urcorner llcorner lrcorner lgroup rgroup lmoustache rmoustache
  ldots cdots vdots ddots dots dotsc dotsb dotsm dotsi colon
  left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr biggm Biggl Biggr
  Biggm limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle
  quad qquad enspace thinspace medspace thickspace negthinspace mathstrut not hline
`);

/** Commands with one argument in braces, or one sign. */
export const unaryMacros = words(`
  hat widehat check tilde widetilde acute grave dot ddot dddot breve bar vec mathring
  overline underline overbrace underbrace overrightarrow overleftarrow overleftrightarrow
  sqrt boldsymbol pmb mathrm mathbf mathit mathsf mathtt mathnormal mathbb mathcal mathfrak mathscr
  mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner
  operatorname operatorname* phantom hphantom vphantom smash boxed
`);

/** Commands with two arguments. */
export const binaryMacros = words(`
  frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel
`);

/** Commands whose argument is text. */
export const textMacros = words('text textrm textbf textit textsf texttt textnormal mbox');

/** Environments; those with columns say how each is aligned. */
export const environments = words(`
  matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases aligned array
`);

/** Commands of one sign that is not a letter. */
export const signMacros = words(String.raw`, ; : ! > { } | & % # _ $ \ `);

/** Letters that the fonts of an alphabet have; others would come out as other signs. */
export const alphabetLetters: Readonly<Record<string, RegExp>> = {
  mathbb: /^[A-Zk\s]*$/,
  mathcal: /^[A-Z\s]*$/,
  mathscr: /^[A-Z\s]*$/,
  mathfrak: /^[A-Za-z\s]*$/,
};
