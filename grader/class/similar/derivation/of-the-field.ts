/** Words that everybody uses who says why a line follows: that two use them says nothing. */
export const ofTheField: ReadonlySet<string> = new Set(
  `a an the this that these those it its is are be was we i you he they our us in into out of on to for from with by as
   at and or not no so then than thus hence therefore because since if when where which what how now here there all each
   every one two both only same other another again also just very can may must have has do does get gets got go goes let
   use using used take takes taking pull put write rewrite apply applying move bring keep leave stay stays come comes give
   gives make start begin end finally first second next last step follows follow simplify simplifying cancel cancels
   expand collect factor factors out plug insert substitute replace split combine compute calculate differentiate
   derive define definition know known want need see find
   derivative derivatives partial gradient gradients slope rule rules chain product quotient power sum sums constant
   constants linear linearity term terms function functions inner outer inside outside square squared squares minus plus
   sign times loss error errors mean average number numbers index vector matrix matrices transpose weight weights input
   inputs output outputs variable variables respect depend depends independent exponential sigmoid tanh softmax
   logarithm log numerator denominator fraction bracket brackets side left right equation formula line above below
   zero equal equals result value depends through over under front back`.split(/\s+/),
);
