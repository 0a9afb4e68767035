package org.polyonym.simulation.demo;

/** A page without any outside resource. */
final class Html {
    private static final String STYLE = """
            :root{--ink:#1b2430;--soft:#5a6779;--line:#d8dee6;--bg:#fff;--pale:#f5f7fa}
            body{font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink);max-width:1180px;margin:2rem auto;
            padding:0 1.2rem}h1{font-size:2.3rem;margin:0 0 .6rem}h2{margin:2.6rem 0 .8rem;font-size:1.35rem;
            border-bottom:2px solid var(--line);padding-bottom:.3rem}h3{margin:.2rem 0 .6rem}.lead{font-size:1.08rem;max-width:62rem}
            table{border-collapse:collapse;width:100%;font-size:.92rem}th{text-align:left;color:var(--soft);font-weight:600}
            td,th{padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}.day{white-space:nowrap}
            .timeline td:nth-child(n+3){width:38%}.modes{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem;margin-top:1.2rem}
            .mode{border-radius:10px;padding:1rem 1.3rem;background:var(--pale);border-top:5px solid #8b95a3}
            .minteroperable{border-color:#1d6f8f;background:#eef6f9}dl{display:grid;grid-template-columns:9.5rem 1fr;gap:.35rem .8rem;
            margin:0}dt{font-weight:700;font-size:1.05rem}dd{margin:0;color:var(--soft)}
            .chip{border-radius:9px;padding:.1rem .55rem;background:#e6e9ee;color:var(--soft);font-size:.82rem;white-space:nowrap}
            .chip.joined{background:#b3261e;color:#fff}.chip.found{background:#1d6f8f;color:#fff}
            .link{margin:.3rem 0 0;padding:.15rem .5rem;border-left:6px solid;font-size:.86rem;background:#fff}
            .YELLOW{border-color:#e2b100;background:#fff9e0}.RED{border-color:#b3261e;background:#fdecea}
            .WHITE{border-color:#9aa5b1;background:#f7f8fa}.GREEN{border-color:#2c8a4b;background:#e9f6ee}
            .told{color:var(--soft);font-size:.84rem}.evidence{border:1px solid var(--line);border-left-width:8px;border-radius:8px;
            padding:1rem 1.3rem;margin:1rem 0;background:#fff}.fingers{display:flex;flex-wrap:wrap;gap:1rem}
            figure{margin:0}figcaption{font-size:.82rem;color:var(--soft)}.same{color:#1d6f8f;font-weight:600}
            .similar{color:#9a6b00;font-weight:600}.different{color:#b3261e;font-weight:600}
            @media(max-width:760px){.modes{grid-template-columns:1fr}}
            """;

    private final StringBuilder page = new StringBuilder();

    void open(String title) {
        page.append(
                        "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'>")
                .append("<title>Polyonym: ")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escape(title))
                .append("</h1>");
    }

    void heading(String text) {
        page.append("<h2>").append(escape(text)).append("</h2>");
    }

    void raw(String markup) {
        page.append(markup).append('\n');
    }

    String close() {
        return page.append("</body></html>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
