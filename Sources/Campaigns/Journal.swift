internal import Foundation

/// A file of lines that only grows, each behind a checksum over it and all before it. Whatever a kill cuts off is the end.
///
/// It has one writer. What it holds is a list of texts without line breaks, and what it is about, which its first checksum
/// covers: a file of something else has no line that is right.
public struct Journal: Sendable {
  /// What stands behind the last line that is right.
  public enum Rest: Hashable, Sendable {
    case nothing
    /// The beginning of a line, as a kill or a full disk leaves it.
    case cutOff
    /// A line whose checksum is wrong, counted from 1.
    case wrong(line: Int)
  }

  public let lines: [String]
  public let rest: Rest
  /// The checksum of the last line, or of what the file is about.
  let last: String
  /// Of the lines that are right, in bytes.
  let length: Int

  /// - Parameter subject: what the file is about.
  public init(_ bytes: [UInt8], about subject: String) {
    var (lines, last, start): ([String], String, Int) = ([], Checksum.next("", subject), 0)
    var rest = Rest.nothing
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        rest = .cutOff
        break
      }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      guard let blank = text.firstIndex(of: " ") else {
        rest = .wrong(line: lines.count + 1)
        break
      }
      let line = String(text[text.index(after: blank)...]), checksum = Checksum.next(last, line)
      guard text[..<blank] == checksum else {
        rest = .wrong(line: lines.count + 1)
        break
      }
      lines.append(line)
      (last, start) = (checksum, end + 1)
    }
    (self.lines, self.rest, self.last, length) = (lines, rest, last, start)
  }

  /// Reads the file; nil if there is none.
  public static func read(_ path: String, about subject: String) throws(CampaignError) -> Journal? {
    guard let bytes = try bytes(of: path) else { return nil }
    return Journal(bytes, about: subject)
  }

  static func bytes(of path: String) throws(CampaignError) -> [UInt8]? {
    do { return Array(try Data(contentsOf: URL(filePath: path))) } catch {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      throw CampaignError(.badInput, "`\(path)` cannot be read")
    }
  }
}

/// Whoever appends to a journal: each line is on the disk before anything goes on.
public final class JournalWriter {
  public let path: String
  private let descriptor: Int32
  private var last: String
  private var length: Int

  /// Goes on behind `journal`, in a file that holds just its lines.
  /// - Parameter descriptor: of the file, open for writing; it is closed with the writer.
  init(_ path: String, descriptor: Int32, behind journal: Journal) {
    (self.path, self.descriptor, last, length) = (path, descriptor, journal.last, journal.length)
  }

  /// Opens a file of this process, or goes on in it: what is wrong in its end is cut off.
  /// - Throws: an error if it is about something else, or cannot be written.
  public static func open(_ path: String, about subject: String) throws(CampaignError) -> (
    journal: Journal, writer: JournalWriter
  ) {
    let journal = try Journal.read(path, about: subject) ?? Journal([], about: subject)
    if journal.lines.isEmpty, case .wrong = journal.rest {
      throw CampaignError(
        .badInput, "`\(path)` is about something else: its first line is none that was asked for", hint: "name another file")
    }
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(.cannotWrite, path, errno) }
    guard ftruncate(descriptor, off_t(journal.length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      let code = errno
      close(descriptor)
      throw .system(.cannotWrite, path, code)
    }
    return (journal, JournalWriter(path, descriptor: descriptor, behind: journal))
  }

  deinit { close(descriptor) }

  /// Appends a text without line breaks. If that fails the file is as it was.
  public func append(_ line: String) throws(CampaignError) {
    let checksum = Checksum.next(last, line), bytes = Array((checksum + " " + line + "\n").utf8)
    do throws(CampaignError) {
      try Self.write(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(.cannotWrite, path, errno) }
    } catch {
      // Nobody is served by half a line; if not even this can be done, whoever reads it sees that it is cut off.
      if ftruncate(descriptor, off_t(length)) == 0 { lseek(descriptor, 0, SEEK_END) }
      throw error
    }
    (last, length) = (checksum, length + bytes.count)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(CampaignError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno != EINTR {
        throw .system(.cannotWrite, path, errno)
      }
    }
  }
}
