internal import FlyingSocks
internal import Foundation

/// The body of an answer that is the last one on its connection: what a request that is refused goes on to send is not read, and
/// not taken for another request.
struct ClosingBody: AsyncBufferedSequence {
  typealias Element = UInt8

  /// The connection ends by this, when all is sent.
  struct Closed: Error {}

  struct AsyncIterator: AsyncBufferedIteratorProtocol {
    fileprivate var rest: Data

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> Data? {
      if rest.isEmpty { throw Closed() }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }

  let data: Data

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: data) }
}
