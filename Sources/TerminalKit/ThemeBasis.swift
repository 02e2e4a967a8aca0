extension ThemeFile {
  /// The built-in theme `dasar`: what every role is for, in the terminal's own colours.
  static let basis: ThemeFile = {
    do throws(ThemeProblem) { return try ThemeFile(bytes: Array(basisText.utf8)) } catch {
      preconditionFailure("The built-in theme must be valid: \(error)")
    }
  }()

  private static let basisText = """
    { "schema": 1, "id": "dasar", "name": {"id": "Dasar", "en": "Basis"}, "appearance": "dark",
      "palette": {
        "bg": "default", "fg": "default", "strong": "default", "muted": "default", "line": "default",
        "acc": {"rgb": "bright-cyan", "x256": "bright-cyan", "x16": "bright-cyan", "x8": "cyan"},
        "good": {"rgb": "bright-green", "x256": "bright-green", "x16": "bright-green", "x8": "green"},
        "warn": {"rgb": "bright-yellow", "x256": "bright-yellow", "x16": "bright-yellow", "x8": "yellow"},
        "bad": {"rgb": "bright-red", "x256": "bright-red", "x16": "bright-red", "x8": "default"},
        "sel": "cyan", "selfg": "black", "panel": "default", "panelfg": "default", "key": "default",
        "field": "default", "focus": "cyan", "focusfg": "black", "popup": "default",
        "c1": "cyan", "c2": "yellow", "c3": "green", "c4": "default",
        "h0": "default", "h1": "default", "h2": "cyan", "h3": "bright-cyan", "h4": "bright-white" },
      "roles": {
        "text": {"fg": "fg", "bg": "bg", "attr": []},
        "text.muted": {"fg": "muted", "mono": ["dim"]},
        "text.strong": {"fg": "strong", "attr": ["bold"]},
        "text.link": {"fg": "acc", "attr": ["underline"]},
        "title": {"fg": "panelfg", "bg": "panel", "attr": ["bold"]},
        "title.context": {"attr": []},
        "title.demo": {"fg": "warn", "attr": ["bold"], "mono": ["reverse"]},
        "line": {"fg": "line"},
        "heading": {"fg": "acc", "attr": ["bold"]},
        "label": {"fg": "muted"},
        "value": {"fg": "fg"},
        "row.cursor": {"fg": "selfg", "bg": "sel", "attr": ["bold"], "mono": ["reverse"], "mark": "▌"},
        "row.marked": {"fg": "warn", "attr": ["bold"], "mark": "x"},
        "row.marked.cursor": {"fg": "selfg", "bg": "sel", "attr": ["bold", "underline"], "mono": ["reverse", "bold"]},
        "column.header": {"fg": "muted", "attr": ["bold"]},
        "column.sorted": {"fg": "acc", "attr": ["bold"], "mono": ["bold", "underline"]},
        "match": {"fg": "acc", "attr": ["bold", "underline"]},
        "tab.active": {"fg": "selfg", "bg": "sel", "attr": ["bold"], "mono": ["reverse"]},
        "tab.idle": {"fg": "muted"},
        "footer": {"fg": "panelfg", "bg": "panel"},
        "footer.key": {"fg": "key", "attr": ["bold"]},
        "message.good": {"fg": "good", "mark": "✓"},
        "message.warn": {"fg": "warn", "attr": ["bold"], "mark": "!"},
        "message.bad": {"fg": "bad", "attr": ["bold"], "mark": "!"},
        "status.good": {"fg": "good", "mark": "✓"},
        "status.warn": {"fg": "warn", "attr": ["bold"], "mark": "!"},
        "status.bad": {"fg": "bad", "attr": ["bold"], "mark": "!"},
        "field": {"fg": "fg", "bg": "bg"},
        "field.entry": {"bg": "field", "attr": ["underline"]},
        "field.focus": {"fg": "focusfg", "bg": "focus", "mono": ["reverse"]},
        "field.fresh": {"fg": "focusfg", "bg": "focus", "attr": ["underline"], "mono": ["reverse", "underline"]},
        "field.error": {"fg": "bad", "bg": "field", "attr": ["bold", "underline"], "mark": "!"},
        "field.readonly": {"fg": "muted", "mono": ["dim"]},
        "popup": {"fg": "fg", "bg": "popup"},
        "popup.border": {"fg": "line"},
        "popup.title": {"fg": "acc", "attr": ["bold"]},
        "popup.cursor": {"fg": "selfg", "bg": "sel", "attr": ["bold"], "mono": ["reverse"], "mark": "▌"},
        "popup.key": {"fg": "acc", "attr": ["bold"]},
        "bar": {"fg": "acc"},
        "bar.empty": {"fg": "line", "mono": ["dim"]} },
      "chart": ["c1", "c2", "c3", "c4"], "heat": ["h0", "h1", "h2", "h3", "h4"] }
    """
}
