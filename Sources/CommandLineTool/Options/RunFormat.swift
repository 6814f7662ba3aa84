/// The formats of a measurement that may also be drawn.
enum RunFormat: String, ResultFormat {
  case text, json, markdown, svg
}
