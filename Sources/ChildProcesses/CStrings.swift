internal import Foundation

/// Texts as C has lists of them: ended by a null pointer.
struct CStrings: ~Copyable {
  private var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { $0.withCString { strdup($0) } } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }

  borrowing func withPointers<Result>(_ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result {
    pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a list that ends by a null pointer is not empty") }
      return body(base)
    }
  }
}
