internal import Records
internal import Reports

/// The formats of a record that is text and data.
enum Format: String, ResultFormat {
  case text, json, markdown

  /// - Parameter status: how the run of the record ended.
  func of(
    text: @autoclosure () -> String, markdown: @autoclosure () -> String, json record: some Encodable, status: RunStatus? = nil
  ) throws -> String {
    switch self {
    case .text: text()
    case .json: try JSON.text(record, status: status)
    case .markdown: markdown()
    }
  }

  /// What an interrupt left, where nothing is finished.
  func of(interrupted notice: Notice) throws -> String {
    try of(text: notice.text, markdown: notice.text, json: notice, status: .interrupted)
  }
}
