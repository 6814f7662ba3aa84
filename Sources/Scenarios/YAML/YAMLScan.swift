import CYaml

/// Goes through a text event by event before it is put together, which takes no longer than the text is long.
///
/// Putting it together may take much longer: an alias stands for all of its anchor's node, again in every alias within it, and
/// Yams hashes the keys of mappings. Yams has no events of its own; `CYaml` is the part of its package that has.
struct YAMLScan {
  /// What a node comes to, aliases written out.
  private struct Size {
    var nodes = 1
    var depth = 1
    var isWord = false
  }

  /// A list or mapping that is not complete.
  private struct Open {
    let anchor: String?
    let isMapping: Bool
    var children = 0
    var size = Size()
  }

  private let file: String
  private var open: [Open] = []
  private var anchors: [String: Size] = [:]

  /// Refuses what is too large, too deep, or has a key that is no word; other mistakes are left to whoever reads the text.
  static func check(_ text: String, file: String) throws(InputError) {
    guard text.utf8.count <= InputLimits.bytes else {
      throw InputError(
        file: file, "it has \(text.utf8.count) bytes, and at most \(InputLimits.bytes) are read", hint: InputLimits.hint)
    }
    var scan = YAMLScan(file: file)
    if let error = scan.error(in: Array(text.utf8)) { throw error }
  }

  private init(file: String) { self.file = file }

  private mutating func error(in text: [UInt8]) -> InputError? {
    // On the heap: libyaml keeps pointers to the parser and to its input until it is deleted.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return InputError(file: file, "there is no memory to read it") }
    defer { yaml_parser_delete(parser) }
    return text.withUnsafeBufferPointer { text in
      yaml_parser_set_input_string(parser, text.baseAddress, text.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      var event = yaml_event_t()
      while yaml_parser_parse(parser, &event) == 1 {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        do throws(InputError) { try take(event) } catch { return error }
      }
      return nil
    }
  }

  private mutating func take(_ event: yaml_event_t) throws(InputError) {
    let line = event.start_mark.line + 1
    switch event.type {
    case YAML_SEQUENCE_START_EVENT: try begin(Open(anchor: Self.name(event.data.sequence_start.anchor), isMapping: false), line)
    case YAML_MAPPING_START_EVENT: try begin(Open(anchor: Self.name(event.data.mapping_start.anchor), isMapping: true), line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      if let last = open.popLast() { try complete(last.size, last.anchor, line) }
    case YAML_SCALAR_EVENT: try complete(Size(isWord: true), Self.name(event.data.scalar.anchor), line)
    // An alias of nothing is left to whoever reads the text.
    case YAML_ALIAS_EVENT:
      try complete(Self.name(event.data.alias.anchor).flatMap { anchors[$0] } ?? Size(isWord: true), nil, line)
    default: break
    }
  }

  private mutating func begin(_ node: Open, _ line: Int) throws(InputError) {
    open.append(node)
    if open.count > InputLimits.depth { throw tooDeep(line) }
  }

  private mutating func complete(_ size: Size, _ anchor: String?, _ line: Int) throws(InputError) {
    if let anchor { anchors[anchor] = size }
    guard var parent = open.popLast() else { return }
    if parent.isMapping, parent.children.isMultiple(of: 2), !size.isWord {
      throw InputError(file: file, line: line, "a key should be a word")
    }
    parent.children += 1
    parent.size.nodes += size.nodes
    parent.size.depth = max(parent.size.depth, size.depth + 1)
    open.append(parent)
    if parent.size.depth > InputLimits.depth { throw tooDeep(line) }
    guard parent.size.nodes <= InputLimits.nodes else {
      throw InputError(
        file: file, line: line, "with its aliases written out it has more than \(InputLimits.nodes) nodes",
        hint: InputLimits.hint)
    }
  }

  private func tooDeep(_ line: Int) -> InputError {
    InputError(file: file, line: line, "it is nested deeper than \(InputLimits.depth) levels, aliases included")
  }

  private static func name(_ text: UnsafeMutablePointer<UInt8>?) -> String? { text.map { String(cString: $0) } }
}
