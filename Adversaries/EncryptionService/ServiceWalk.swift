import Coins
import Games
internal import KeySecrecyAdversaries
import Primitives

/// What a random walk through the service knows, and its next query.
struct ServiceWalk {
  private let coins: Coins
  private var draws: UInt64 = 0
  // What the set-up of two domains makes.
  private var operators = 3, hsms = 2, hosts = 3, wraps = 0
  private var sketches: [TrustSketch] = []
  private var links: [LinkReference] = []
  private var tokens: [Int] = []
  private var newestToken = 3
  private var ciphertexts: [(request: KeyRequest, ciphertext: Bytes, data: Bytes)] = []
  private var keys: [Bytes] = [Bytes([UInt8](repeating: 0, count: 8))]
  private(set) var parity = false

  init(coins: Coins) { self.coins = coins }

  mutating func begin(_ domains: [Domain]) {
    sketches = domains.map(\.sketch)
    tokens = domains.map(\.token)
    links = sketches.indices.map { LinkReference($0, by: []) }
  }

  private mutating func below(_ bound: Int) -> Int {
    draws += 1
    return Int(coins.uniform(below: UInt64(max(1, bound)), for: Label("fuzz", draws)))
  }

  private mutating func request() -> KeyRequest {
    let token = below(2) == 0 || tokens.isEmpty ? below(newestToken + 1) : tokens[below(tokens.count)]
    return KeyRequest(
      host: below(hosts), hsm: below(8) == 0 ? below(hsms) : 0, token: token, handle: below(8) == 0 ? 2 : below(2))
  }
  private mutating func link() -> LinkReference { links.isEmpty ? LinkReference(below(4), by: []) : links[below(links.count)] }
  private mutating func bytes(_ count: Int) -> Bytes { Bytes((0..<count).map { _ in UInt8(below(4)) }) }

  mutating func next() -> EncryptionServiceQuery {
    switch below(32) {
    case 0: .network([.newHSM, .newHost, .newCorruptHost, .newOperator(isHonest: below(2) == 0)][below(4)])
    case 1: .network(.rogue(EntityKind.allCases[below(3)]))
    case 2, 3: .network(.trust(sketch()))
    case 4, 5: .network(.authorise(operator: below(operators), trust: below(max(1, sketches.count))))
    case 6: .network(.found(hsm: below(hsms), trust: below(max(1, sketches.count)), endorsements: link().endorsements))
    case 7: .network(.update(hsm: 0, token: request().token, path: [link()]))
    case 8:
      .network(
        below(2) == 0
          ? .advance(host: below(hosts), path: [link()]) : .install(host: below(hosts), trust: below(max(1, sketches.count))))
    case 9: .network(.addKey(hsm: 0, token: request().token, handle: below(3)))
    case 10: .new(request())
    case 11: .network(.wrap(handles: [below(2)], hsms: [0], trust: below(max(1, sketches.count))))
    case 12:
      .network(
        .retag(
          below(2) == 0 ? .own(below(wraps)) : .token(below(newestToken + 1)), trust: below(2), hsm: below(hsms),
          candidate: below(2) == 0 ? nil : UInt64(below(4))))
    case 13, 14: .network(.token(token()))
    case 15: .network(.pry(token: request().token, hsm: 1))
    case 16: .network(.openWithKey(token: request().token, hsm: 0, candidate: UInt64(below(8))))
    case 17: .network(below(2) == 0 ? .test(request()) : .corrupt(request()))
    case 18: .seal(key: keys[below(keys.count)], bytes(below(3)), data: bytes(1))
    case 19: open()
    case 20, 21, 22, 23, 24: .encrypt(request(), bytes(below(10)), data: bytes(1))
    default: decrypt()
    }
  }

  private mutating func sketch() -> TrustSketch {
    let parent = below(max(1, sketches.count))
    guard sketches.indices.contains(parent) else { return TrustSketch(operators: [], hsms: [], quorum: 0) }
    var sketch = sketches[parent]
    sketch.parent = below(4) == 0 ? nil : parent
    switch below(6) {
    case 0: sketch.hsms.append(.init(below(hsms)))
    case 1: sketch.operators.append(below(operators))
    case 2, 3: sketch.hosts.append(below(hosts))
    case 4: sketch.quorum = 1 + below(2)
    default: break
    }
    return sketch
  }

  private mutating func token() -> TokenSketch {
    let keys: WrapReference = wraps > 0 && below(2) == 0 ? .own(below(wraps)) : .token(below(newestToken + 1))
    let isOwn = below(3) == 0
    return TokenSketch(
      trust: below(2), keys: keys, signer: isOwn ? 1 : 0,
      signature: isOwn ? .own : below(3) == 0 ? .copied(from: below(newestToken + 1)) : .candidate(UInt64(below(4))))
  }

  private mutating func open() -> EncryptionServiceQuery {
    guard !ciphertexts.isEmpty else { return .open(key: keys[0], bytes(20), data: bytes(1)) }
    let some = ciphertexts[below(ciphertexts.count)]
    return .open(key: keys[below(keys.count)], some.ciphertext, data: some.data)
  }

  private mutating func decrypt() -> EncryptionServiceQuery {
    guard !ciphertexts.isEmpty else { return .decrypt(request(), bytes(20), data: bytes(1)) }
    var (request, ciphertext, data) = ciphertexts[below(ciphertexts.count)]
    switch below(8) {
    case 0: data = bytes(1)
    case 1: request = self.request()
    case 2: request.handle = below(2)
    case 3: request.host = below(hosts)
    case 4: if !ciphertext.array.isEmpty { ciphertext.array[ciphertext.array.count - 1] ^= UInt8(1 + below(3)) }
    case 5: ciphertext = Bytes(Array(ciphertext.array.prefix(below(24))))
    case 6: if ciphertext.array.count > 16 { ciphertext.array[8] ^= 1 }
    default: break
    }
    return .decrypt(request, ciphertext, data: data)
  }

  mutating func note(_ query: EncryptionServiceQuery, _ answer: EncryptionServiceAnswer) {
    switch (query, answer) {
    case (.environment(.encrypt(let request, _, let data)), .ciphertext(let ciphertext)):
      ciphertexts.append((request, ciphertext, data))
    case (.adversary(.seal(_, _, let data)), .ciphertext(let ciphertext)): ciphertexts.append((request(), ciphertext, data))
    case (_, .message(let message)): parity = parity != message.array.reduce(false) { $0 != ($1 & 1 == 1) }
    case (_, .network(let answer)): note(query, answer)
    default: break
    }
  }

  private mutating func note(_ query: EncryptionServiceQuery, _ answer: KeySecrecyAnswer) {
    switch answer {
    case .operator: operators += 1
    case .hsm: hsms += 1
    case .host: hosts += 1
    case .wrap(_, let new):
      wraps += 1
      keys += new
    case .keys(let entries): keys += entries.map(\.key)
    case .token(let number):
      newestToken = number
      // Those that HSMs made are worth coming back to.
      if case .adversary(.network(.token)) = query, below(2) == 0 { return }
      tokens.append(number)
    case .trust:
      if case .adversary(.network(.trust(let sketch))) = query {
        links.append(LinkReference(sketches.count, by: []))
        sketches.append(sketch)
      }
    case .endorsement(let number):
      if case .adversary(.network(.authorise(_, let trust))) = query, links.indices.contains(trust) {
        links[trust].endorsements.append(number)
      }
    case .done, .key, .refused, .untested, .unknown: break
    }
  }
}
