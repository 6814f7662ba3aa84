import CLibcrypto

/// The 32 bytes of the public half of an Ed25519 or X25519 key pair.
func rawPublicKey(_ key: OpaquePointer) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 32) { output, count in
    count = 32
    checked(EVP_PKEY_get_raw_public_key(key, output.baseAddress, &count))
    checked(count == 32)
  }
}
