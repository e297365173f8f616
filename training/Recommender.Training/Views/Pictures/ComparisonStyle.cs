namespace Recommender.Training.Views.Pictures;

/// <summary>How the page of a comparison looks: light and dark, on a screen, a phone and paper.</summary>
static class ComparisonStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light dark; --ink: #1f2328; --soft: #5f6773; --line: #e2e5ea; --card: #f7f8fa; --page: #fff; --better: #1a7f4b; --worse: #c0262d; --mark: #fff1c2; --bar: #3b6fd4 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --soft: #9aa4b2; --line: #333a44; --card: #1f242b; --page: #16191e; --better: #4cc38a; --worse: #ff7b81; --mark: #4a3d12; --bar: #7aa2f7 } }
        * { box-sizing: border-box }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 1000px; padding: 0 1rem; color: var(--ink); background: var(--page); overflow-wrap: anywhere }
        h1 { font-size: 1.6rem; line-height: 1.25 } h2 { margin-top: 2.2rem } h3 { margin: 1.4rem 0 .4rem; font-size: 1rem }
        small, .facts, dt { color: var(--soft); font-weight: normal } .lead { font-size: 1.1rem }
        .better { color: var(--better) } .worse { color: var(--worse) } .no { color: var(--soft) }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .2rem 1rem .8rem; min-width: 0 } section h3 { margin-top: .6rem }
        section p { margin: .2rem 0 } dl { margin: .4rem 0 0; columns: 2; column-gap: 1.5rem; font-size: .85rem } dl div { display: flex; justify-content: space-between; gap: .5rem; break-inside: avoid } dd { margin: 0 }
        table { border-collapse: collapse; width: 100%; overflow-wrap: normal; font-variant-numeric: tabular-nums } th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid var(--line); white-space: nowrap }
        th { font-weight: 600 } th:first-child, td:first-child { text-align: left } .figures .drawing { width: 176px; text-align: center } svg { display: block; width: 160px; height: 18px; margin: auto }
        svg line { stroke: var(--soft) } svg rect { fill: var(--soft); opacity: .6 } svg rect.better { fill: var(--better) } svg rect.worse { fill: var(--worse) } svg circle { fill: var(--ink) }
        .share { height: 12px; border-radius: 6px; background: var(--line); overflow: hidden } .share span { display: block; height: 100%; background: var(--bar) }
        details { border-top: 1px solid var(--line); padding: .5rem 0 } summary { cursor: pointer } summary + .sides { margin-top: .6rem } ol { margin: .3rem 0; padding-left: 1.6rem } mark { background: var(--mark); color: inherit; padding: 0 .2rem; border-radius: 3px }
        @media (max-width: 640px) { body { margin: 1rem auto } .drawing, .figures .drawing { display: none } th, td { padding: .3rem .15rem; font-size: .8rem } td small { display: block; font-size: .68rem } td:first-child, td:last-child { white-space: normal } .sides { gap: .5rem } .cards { grid-template-columns: 1fr } section { padding: .2rem .6rem .6rem } dl { columns: 1 } ol { padding-left: 1.3rem; font-size: .85rem } li small { display: none } }
        @media print { :root { color-scheme: light; --ink: #000; --soft: #555; --line: #ccc; --card: #fff; --page: #fff } section, tr, details { break-inside: avoid } }
        """;
}
