import GameKit
import Testing

@Suite struct AppendLogTests {
  /// Values repeat, so `firstIndex` must be the first of several; 140 elements lie well beyond the switch to an index.
  @Test(arguments: [1, 3, 7, 100, 1000]) func answersAsAPlainArrayAtEveryLength(_ distinct: Int) {
    var log = AppendLog<Int>()
    var naive: [Int] = []
    for round in 0..<3 {
      for step in 0..<140 {
        let element = (step * step + 5 * step + round) % distinct
        log.append(element)
        naive.append(element)
        let (count, elements) = (log.count, log.elements)
        #expect(elements == naive && count == naive.count)
        for probe in [-1, 0, distinct / 2, element, naive[step / 2], (element + 1) % distinct] {
          let (position, isMember) = (log.firstIndex(of: probe), log.contains(probe))
          #expect(position == naive.firstIndex(of: probe), "length \(naive.count), element \(probe)")
          #expect(isMember == naive.contains(probe), "length \(naive.count), element \(probe)")
          let found = log.firstIndex(of: probe) { $0 == probe }
          #expect(found == position, "length \(naive.count), element \(probe)")
        }
      }
      log.removeAll()
      naive.removeAll()
      let isMember = log.contains(0)
      #expect(log.elements.isEmpty && !isMember)
    }
  }

  /// Nobody asks before the log is long: an index that is made late is complete.
  @Test(arguments: [10, 140]) func aLogThatWasEmptiedForgetsWhatItIndexed(_ length: Int) {
    var log = AppendLog<Int>()
    for element in 0..<length { log.append(element) }
    let before = log.firstIndex(of: 5)
    #expect(before == 5)
    log.removeAll()
    for element in 1000..<1000 + length { log.append(element) }
    let (old, new) = (log.firstIndex(of: 5), log.firstIndex(of: 1005))
    #expect(old == nil)
    #expect(new == 5)
  }

  /// A log that is scanned needs no element to be compared with.
  @Test(arguments: [(96, 0), (97, 1)]) func anElementIsMadeForTheIndexAlone(_ length: Int, _ times: Int) {
    var log = AppendLog<Int>()
    for element in 0..<length { log.append(element) }
    var made = 0
    func five() -> Int {
      made += 1
      return 5
    }
    let place = log.firstIndex(of: five()) { $0 == 5 }
    #expect(place == 5)
    #expect(made == times)
  }

  @Test func logsAgreeWhenLengthAndLastElementDo() {
    var (a, b, c) = (AppendLog<Int>(), AppendLog<Int>(), AppendLog<Int>())
    #expect(a.agrees(with: b))
    a.append(1)
    #expect(!a.agrees(with: b), "one is longer")
    b.append(2)
    #expect(!a.agrees(with: b), "the last elements differ")
    c.append(1)
    #expect(a.agrees(with: c))
  }
}
