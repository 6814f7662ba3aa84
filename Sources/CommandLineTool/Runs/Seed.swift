internal import ArgumentParser
internal import Records

/// The seed of all coins, on the command line.
enum Seed {
  static func parsed(_ text: String) throws -> UInt64 {
    guard let seed = ExactNumber.read(text) else { throw ValidationError("a seed is a whole number from 0 to 2^64 − 1") }
    return seed
  }
}
