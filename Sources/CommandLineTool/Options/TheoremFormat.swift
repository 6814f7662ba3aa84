internal import ArgumentParser

/// The formats of the theorem, which is printed, too.
enum TheoremFormat: String, ResultFormat {
  case text, json, markdown, svg, latex
}
