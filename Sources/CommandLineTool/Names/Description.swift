internal import Records
internal import Reports

/// What `describe` says, in every format.
struct Description {
  let text: String
  let markdown: String
  let record: any Encodable
  /// A document; nil for what is not printed.
  private(set) var latex: String?
  /// A picture; nil for what is not drawn.
  private(set) var svg: String?

  init(text: String, markdown: String, record: any Encodable, latex: String? = nil) {
    (self.text, self.markdown, self.record, self.latex) = (text, markdown, record, latex)
  }

  init(_ record: DescriptionRecord, latex: String? = nil) {
    (text, markdown, self.record, self.latex) = (record.text, record.markdown, record, latex)
  }

  init(_ record: NonceRecord) {
    (text, markdown, self.record, svg) = (record.text, record.markdown, record, NoncePlot(record).svg)
  }

  init(_ record: QuorumRecord) { (text, markdown, self.record) = (record.text, record.markdown, record) }

  init(_ record: FilesRecord) { (text, markdown, self.record) = (record.text, record.markdown, record) }
}
