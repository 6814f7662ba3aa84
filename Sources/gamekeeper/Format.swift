internal import Reports

/// The formats of a record that is text and data.
enum Format: String, ResultFormat {
  case text, json, markdown

  func of(text: @autoclosure () -> String, markdown: @autoclosure () -> String, json record: some Encodable) throws -> String {
    switch self {
    case .text: text()
    case .json: try JSON.text(record)
    case .markdown: markdown()
    }
  }
}
