import Foundation
import Testing

/// How much memory this process holds.
struct Footprint {
  /// The resident set, in bytes.
  var resident: Int
  /// What was allocated and not freed, in bytes: it sees leaks that still fit into pages which others freed.
  var inUse: Int

  static func now() throws -> Footprint {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    let resident = try #require(Int(fields[1])) * sysconf(Int32(_SC_PAGESIZE))
    return Footprint(resident: resident, inUse: try allocatedBytes())
  }

  /// By glibc's `malloc_info`, which no Swift module declares: what the allocator has from the system, less what it holds free.
  private static func allocatedBytes() throws -> Int {
    let symbol = try #require(dlsym(nil, "malloc_info"))
    let mallocInfo = unsafeBitCast(symbol, to: (@convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32).self)
    var (text, count): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    let stream = try #require(open_memstream(&text, &count))
    #expect(mallocInfo(0, stream) == 0)
    fclose(stream)
    defer { free(text) }
    let report = try #require(text)
    let totals = String(cString: report).components(separatedBy: "</heap>").last ?? ""
    func size(_ element: String) throws -> Int {
      let attributes = totals.components(separatedBy: "<\(element) ").last ?? ""
      let digits = (attributes.components(separatedBy: "size=\"").dropFirst().first ?? "").prefix { $0 != "\"" }
      return try #require(Int(digits), "no size of \(element) in \(totals)")
    }
    return try size(#"system type="current""#) + size(#"total type="mmap""#) - size(#"total type="fast""#)
      - size(#"total type="rest""#)
  }
}
