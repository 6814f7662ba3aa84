import Foundation
import Testing

/// One reference value, computed by two independent methods in arbitrary precision.
struct ReferenceVector: Decodable, Sendable, CustomTestStringConvertible {
  struct Tolerance: Decodable, Sendable {
    let rel: Double
    let abs: Double
  }

  let id: String
  let method: String
  let inputs: [String: JSONValue]
  let expected: [String: JSONValue]
  let tol: Tolerance

  private struct File: Decodable {
    let count: Int
    let vectors: [ReferenceVector]
  }

  /// All vectors of the committed file, whose own count must agree.
  static let all: [ReferenceVector] = {
    do {
      guard let url = Bundle.module.url(forResource: "referee", withExtension: "json", subdirectory: "Vectors") else {
        preconditionFailure("Vectors/referee.json is not among the resources")
      }
      let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
      precondition(
        file.count == file.vectors.count, "the vector file states \(file.count) vectors and holds \(file.vectors.count)")
      return file.vectors
    } catch {
      preconditionFailure("Vectors/referee.json: \(error)")
    }
  }()

  var testDescription: String { id }

  func double(_ key: String) -> Double { inputs[key]!.double! }
  func int(_ key: String) -> Int { inputs[key]!.int! }
}
