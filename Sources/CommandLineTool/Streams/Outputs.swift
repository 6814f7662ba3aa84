internal import ArgumentParser

/// Where a result goes and in which formats: once to standard output, and to files.
struct Outputs<Format: ResultFormat> {
  private let printed: Format
  private let files: [(place: Destination, format: Format)]

  /// Refuses places that cannot be written, two reports for one place, and a place that is read from.
  /// - Parameter inputs: files that will be read, and folders all of whose YAML files will be.
  init(_ printed: Format, paths: [String], named: [(Format, String)], inputs: [String]) throws {
    // A report that is to go to standard output is what is printed there, and so it can be read by a program.
    let redirected = named.filter { $0.1 == "-" }.map(\.0)
    if redirected.count + (paths.contains("-") && !redirected.isEmpty ? 1 : 0) > 1 {
      throw Problem.fail("`-` is named twice: standard output takes one report", status: Failure.usage)
    }
    self.printed = redirected.first ?? printed
    var files: [(place: Destination, format: Format)] = []
    for path in paths where path != "-" { files.append((try Destination(path), try Format.named(by: path) ?? printed)) }
    for (format, path) in named where path != "-" { files.append((try Destination(path), format)) }
    for (index, file) in files.enumerated() {
      if let other = files[..<index].first(where: { $0.place.isOverwritten(by: file.place) }) {
        throw Problem.fail(
          "`\(other.place.path)` and `\(file.place.path)` are one file: it takes one report", status: Failure.usage)
      }
      if let input = Files.members(inputs).first(where: file.place.replaces) {
        throw Problem.fail("`\(file.place.path)` would take the place of `\(input)`, which is read", status: Failure.usage)
      }
    }
    self.files = files
  }

  func contains(_ format: Format) -> Bool { printed == format || files.contains { $0.format == format } }

  /// Writes the result to every place, and then tells of the first that failed.
  /// - Parameters:
  ///   - inputs: files that were read and could not be named before: nothing is written to them either.
  ///   - text: the result in a format. Where there is none it says so: what an earlier run left must not pass for it.
  func write(sparing inputs: [String] = [], _ text: (Format) throws -> String) throws {
    var failure: (any Error)?
    // Files first: whoever reads standard output may go away, and this process then ends.
    for file in files {
      do {
        if let input = inputs.first(where: file.place.replaces) {
          throw Problem.fail(
            "`\(file.place.path)` is not written: it would take the place of `\(input)`, which was read",
            status: Failure.cannotWrite)
        }
        try file.place.write(try text(file.format))
      } catch { failure = failure ?? error }
    }
    let result = try text(printed)
    try Descriptor.show(printed == .text ? Terminal.result(result) : result)
    if let failure { throw failure }
  }
}
