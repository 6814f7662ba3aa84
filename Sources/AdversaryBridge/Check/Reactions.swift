internal import ChildProcesses
@_spi(Harness) internal import Coins
internal import Forms
internal import Records

/// What a command does when it is told that something has gone wrong, or has ended: word for word, without a game.
struct Reactions: Sendable {
  let program: Program
  let hello: Document
  let source: CoinSource
  let say: @Sendable (String) -> Void

  private struct Fault: Error, CustomStringConvertible {
    let why: String
    var description: String { why }
  }

  func findings() -> [Finding] {
    [
      told(.refused, [[0, "refused", "no query"]], isNewTrial: false),
      told(.spent, [[0, "spent", "q"], start], isNewTrial: true),
      told(.over, [[0, "over", "it is over"], start], isNewTrial: true),
      endOfInput(), pipe(),
    ]
  }

  /// A trial begins, always with the same seed.
  private var start: Document { [0, "start", 0, .string(source.coins(trial: 0, role: .adversary).seedText)] }

  /// It has asked its first query, and is told these.
  /// - Parameter isNewTrial: whether it has to say what it said first, again.
  private func told(_ manner: Manner, _ items: [Document], isNewTrial: Bool) -> Finding {
    do {
      let child = try begun(program)
      defer { child.close() }
      let first = try exchange(child, [start])
      guard first.contains(where: { $0.elements?.dropFirst().first == "ask" }) else {
        return Finding(manner, .notTried, "it asks nothing")
      }
      let next = try exchange(child, items)
      if isNewTrial, next != first {
        return Finding(
          manner, .notMet,
          "a trial of the same coins begins with `\(Document.array(next).line)` then, and began with "
            + "`\(Document.array(first).line)`")
      }
      return Finding(manner, .met)
    } catch { return Finding(manner, .notMet, error.why) }
  }

  private func endOfInput() -> Finding {
    do {
      let child = try begun(program)
      defer { child.close() }
      child.closeInput()
      switch rest(child) {
      case .ended, .interrupted: return Finding(.endOfInput, .met)
      case let fault: return Finding(.endOfInput, .notMet, "after the end of its input it \(fault)")
      }
    } catch { return Finding(.endOfInput, .notMet, error.why) }
  }

  /// Within a shell, which lives on and holds nothing open: whoever holds the command's output then is somebody that it has left.
  private func pipe() -> Finding {
    let child: Child
    do { child = try begun(try program.within(shell: "\"$@\"; exec >&- 2>&-; sleep 4")) } catch {
      return Finding(.pipe, .notTried, "within a shell it does not begin: \(error)")
    }
    defer { child.close() }
    child.closeInput()
    switch rest(child, within: .seconds(8)) {
    case .ended:
      return Finding(.pipe, .notMet, "it has ended, and something that it started keeps its output open, and is killed")
    case .silent: return Finding(.pipe, .notTried, "it does not end")
    default: return Finding(.pipe, .met)
    }
  }

  /// Why nothing more comes.
  private func rest(_ child: Child, within time: Duration? = nil) -> ChildFault {
    while true {
      do throws(ChildFault) { _ = try child.readLine(within: time ?? program.patience.line) } catch { return error }
    }
  }

  /// A process that has introduced itself.
  private func begun(_ program: Program) throws(Fault) -> Child {
    let child: Child
    do throws(StartFailure) { child = try program.child(say: say) } catch { throw Fault(why: "\(error)") }
    do throws(ChildFault) {
      try child.send(Array("\(hello.line)\n".utf8), within: program.patience.hello)
      _ = try child.readLine(within: program.patience.hello)
      return child
    } catch { throw Fault(why: "it \(error), after hello") }
  }

  /// Sends the items, and reads those that come back: what is about no lane is left out.
  private func exchange(_ child: Child, _ items: [Document]) throws(Fault) -> [Document] {
    let told = Document.array(items).line
    var isSent = false
    while true {
      let line: [UInt8]
      do throws(ChildFault) {
        if !isSent { try child.send(Array("\(told)\n".utf8), within: program.patience.line) }
        isSent = true
        line = try child.readLine(within: program.patience.line)
      } catch { throw Fault(why: "told `\(told)`, it \(error)") }
      let document: Document
      do throws(Malformed) { document = try Document(line) } catch {
        throw Fault(why: "it wrote \(Conversation.excerpt(line)), which cannot be read: \(error)")
      }
      guard let elements = document.elements, !elements.isEmpty else { continue }
      return elements[0].elements == nil ? [document] : elements
    }
  }
}
