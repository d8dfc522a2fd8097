/** The report's style sheet, which is inlined in the page. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:#fbf9f4;--wash:#f2ede2;--ink:#1b1b1b;--quiet:#4f4a44;--accent:#a61b1b;--jade:#17503f;--rule:#d9d2c3;--bar:#a61b1b}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--wash:#211f1c;--ink:#eae6dd;--quiet:#b5aea2;--accent:#f0877a;--jade:#86c9b4;--rule:#3a3732;--bar:#c2473b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:0 1rem 3rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 "Be Vietnam Pro","Segoe UI",system-ui,sans-serif}
h1,h2,h3{font-family:"Source Serif 4",Georgia,"Times New Roman",serif;line-height:1.25;text-wrap:balance}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--jade);outline-offset:2px}
.head{border-top:6px solid var(--bar);padding-top:1.25rem}
.head h1{margin:0;font-size:clamp(1.75rem,5vw,2.5rem)}
.sources{margin:.25rem 0 1rem;color:var(--quiet);overflow-wrap:anywhere}
.counts{display:flex;flex-wrap:wrap;gap:1px;margin:0;background:var(--rule);border:1px solid var(--rule)}
.counts div{flex:1 1 8.5rem;background:var(--paper);padding:.6rem .8rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.counts dt{font-size:.875rem;color:var(--quiet)}
.counts dd{margin:0;font:600 1.5rem/1.2 "Source Serif 4",Georgia,serif;font-variant-numeric:tabular-nums}
.overview ul{list-style:none;padding:0;margin:0;columns:22rem;column-gap:2rem}
.overview li{display:flex;gap:.6rem;padding:.3rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
.overview b{min-width:4rem;text-align:right;font-variant-numeric:tabular-nums}
.overview p{color:var(--quiet);font-size:.9375rem}
.filter{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin-top:2rem;padding:.6rem 0;background:var(--paper);border-bottom:2px solid var(--ink)}
.filter label{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;min-height:2.75rem;max-width:100%}
.filter output{margin-left:auto;color:var(--quiet);font-variant-numeric:tabular-nums}
select{font:inherit;min-height:2.75rem;max-width:100%;padding:.25rem .5rem;color:inherit;background:var(--wash);border:1px solid var(--quiet);border-radius:4px}
input[type=checkbox]{width:1.25rem;height:1.25rem;accent-color:var(--jade)}
.hint{color:var(--quiet);font-size:.9375rem;max-width:45rem}
.articles{list-style:none;padding:0;margin:0}
.article{padding:1.25rem 0 1.25rem 1rem;border-bottom:1px solid var(--rule);border-left:4px solid var(--rule);margin-top:1rem}
.article.hard{border-left-color:var(--accent)}
.article.look{border-left-color:var(--jade)}
.article.is-done{opacity:.65}
.article[hidden]{display:none}
.line{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;font-size:.9375rem;color:var(--quiet)}
.check{display:inline-flex;gap:.5rem;align-items:center;min-height:2.75rem;cursor:pointer}
.hard .level{color:var(--accent);font-weight:600}
.look .level{color:var(--jade);font-weight:600}
.place{overflow-wrap:anywhere}
.article h3{margin:.1rem 0 .4rem;font-size:1.25rem}
.links{margin:0 0 .6rem;font-size:.9375rem;overflow-wrap:anywhere}
.notes{margin:0}
.notes div{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:0 1rem;padding:.3rem 0;border-top:1px dotted var(--rule);font-size:.9375rem}
.notes dt{color:var(--quiet)}
.notes dd{margin:0;overflow-wrap:anywhere;max-height:12rem;overflow:auto}
.sure{display:inline-block;margin-left:.5rem;padding:0 .4rem;background:var(--wash);border-radius:3px;color:var(--quiet);white-space:nowrap}
summary{cursor:pointer;min-height:2.75rem;display:flex;align-items:center;color:var(--jade);font-weight:600}
summary::before{content:"▸";margin-right:.5rem}
details[open] summary::before{content:"▾"}
.sides{display:grid;gap:1rem}
.sides h4{margin:0 0 .35rem;font-size:.9375rem;color:var(--quiet)}
.sides pre{margin:0;padding:.9rem;max-height:28rem;overflow:auto;background:var(--wash);white-space:pre-wrap;overflow-wrap:anywhere;font:.9375rem/1.5 "Be Vietnam Pro","Segoe UI",system-ui,sans-serif}
.pages{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:2rem}
.pages>*{min-width:2.75rem;min-height:2.75rem;display:grid;place-items:center;border:1px solid var(--rule);text-decoration:none}
.pages [aria-current]{background:var(--ink);color:var(--paper)}
@media (min-width:48em){.sides{grid-template-columns:1fr 1fr}}
@media (max-width:40em){.notes div{grid-template-columns:1fr}.filter{position:static}.filter output{margin-left:0}}
`;

/**
 * The report's script: it filters articles and remembers in the browser which ones are checked. Without it, the page
 * shows everything.
 */
export const reportScript = `
(() => {
	const articles = [...document.querySelectorAll(".article")];
	const kind = document.getElementById("kind");
	const hide = document.getElementById("hide-done");
	const done = document.getElementById("done");
	const prefix = "import-report\\t";
	const isDone = (article) => {
		try { return localStorage.getItem(prefix + article.dataset.key) === "1"; } catch { return article.querySelector(".done").checked; }
	};
	const show = () => {
		let count = 0;
		for (const article of articles) {
			const seen = article.querySelector(".done").checked;
			if (seen) count += 1;
			article.classList.toggle("is-done", seen);
			const fits = kind.value === "" || article.dataset.kinds.split(" ").includes(kind.value);
			article.hidden = !fits || (hide.checked && seen);
		}
		done.textContent = done.dataset.words.replace("{done}", count).replace("{all}", articles.length);
	};
	for (const article of articles) {
		const box = article.querySelector(".done");
		box.checked = isDone(article);
		box.addEventListener("change", () => {
			try { if (box.checked) localStorage.setItem(prefix + article.dataset.key, "1"); else localStorage.removeItem(prefix + article.dataset.key); } catch {}
			show();
		});
	}
	kind.addEventListener("change", show);
	hide.addEventListener("change", show);
	document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
	show();
})();
`;
