internal import ArgumentParser

/// The convention of all verbs: `--format` for standard output, and `-o FILE` for files beside it.
struct OutputOptions<Format: ResultFormat>: ParsableArguments {
  @Option(name: .shortAndLong, help: "Format of standard output.")
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: .init(
      "Also write the result to this file, in the format that its ending names (\(Format.ownEndings)), else in that of "
        + "--format; repeatable. `-` is standard output.",
      valueName: "file"), completion: .file())
  var output: [String] = []

  /// Where the result goes: every place is checked, so this comes before any work.
  /// - Parameters:
  ///   - named: options that name a format themselves, such as `--junit`, with their paths.
  ///   - former: what a former name of `--format` says.
  ///   - inputs: the files and folders that the verb reads; nothing is written to them.
  func outputs(_ named: (Format, path: String?)..., printing former: Format? = nil, reading inputs: [String] = []) throws
    -> Outputs<Format>
  {
    try Outputs(
      former ?? format, paths: output, named: named.compactMap { format, path in path.map { (format, $0) } }, inputs: inputs)
  }
}
