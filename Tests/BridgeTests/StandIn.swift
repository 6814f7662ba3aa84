import AdversaryBridge
import ChildProcesses
import Forms
import Foundation
import Synchronization

/// A process that is none: it is told lines, and answers each.
final class StandIn: Peer {
  private var lines: [String] = []
  private let hear: (String) -> [String]

  init(_ hear: @escaping (String) -> [String]) { self.hear = hear }

  func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault) {
    for line in bytes.split(separator: 10) { lines += hear(String(decoding: line, as: UTF8.self)) }
  }

  func readLine(within time: Duration) throws(ChildFault) -> [UInt8] {
    guard !lines.isEmpty else { throw .silent(time) }
    let line = lines.removeFirst()
    if line == "END" { throw .closedOutput(unfinished: []) }
    return Array(line.utf8)
  }

  func linesAtHand() -> [[UInt8]] {
    let end = lines.firstIndex(of: "END") ?? lines.endIndex
    defer { lines.removeSubrange(..<end) }
    return lines[..<end].map { Array($0.utf8) }
  }

  func end() {}
  var confinement: Standing? { nil }
  var lastLines: String { "" }
}

/// What a stand-in does when it is told an item: `[lane, verb, value, …]`.
typealias Reaction = (_ lane: Int, _ verb: String, _ value: Document, _ seed: String) -> [String]

/// A stand-in that introduces itself, and then reacts to each item.
func standIn(lanes: Int, ready: String? = nil, _ makeReaction: @escaping () -> Reaction) -> StandIn {
  let react = makeReaction()
  return StandIn { line in
    guard let heard = try? Document(Array(line.utf8)) else { return [] }
    if heard["hello"] != nil { return [ready ?? #"{"ready":{"protocol":1,"name":"stand-in","lanes":\#(lanes),"news":[]}}"#] }
    let items = (heard.elements ?? []).flatMap { item -> [String] in
      guard let parts = item.elements, let lane = parts[0].integer, let verb = parts[1].text else { return [] }
      return react(lane, verb, parts[2], parts.count > 3 ? parts[3].text ?? "" : "")
    }
    // What is no item is a line by itself.
    let strays = items.filter { !$0.hasPrefix("[") }, proper = items.filter { $0.hasPrefix("[") }
    return strays + (proper.isEmpty ? [] : ["[" + proper.joined(separator: ", ") + "]"])
  }
}
