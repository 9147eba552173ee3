/** Pages without a source text: search, and what is shown where there is none. */

export const searchMain = `<article class="prose search"><h1>Search</h1>
<div role="search"><label for="q">Words or symbols</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false"></div>
<p id="found" role="status" class="soft"></p><ol id="hits"></ol>
<noscript><p>Searching needs scripts. The <a href="index.html">course map</a> lists all pages.</p></noscript></article>`;

export const missingMain = `<article class="prose"><h1>This page does not exist</h1>
<p>The derivative of a page that is not there is not there either. The <a href="index.html">course map</a> lists all pages, and the <a href="search.html">search</a> looks into them.</p></article>`;
