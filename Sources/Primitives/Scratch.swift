import CLibcrypto

/// The working memory of libcrypto's big-number arithmetic: the sole owner of a `BN_CTX`.
struct Scratch: ~Copyable {
  let pointer: OpaquePointer

  init() { pointer = checked(BN_CTX_new()) }

  deinit { BN_CTX_free(pointer) }
}
