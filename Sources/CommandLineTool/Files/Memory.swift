internal import Foundation

/// What this process has used of the machine's memory.
enum Memory {
  /// The largest resident set so far, in bytes.
  static var peak: Int {
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type differs between systems; so does the unit of the answer.
    getrusage(0, &usage)
    #if os(Linux)
      return Int(usage.ru_maxrss) * 1024
    #else
      return Int(usage.ru_maxrss)
    #endif
  }
}
