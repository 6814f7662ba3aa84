// The parts of OpenSSL's libcrypto that Primitives calls.
#pragma once
// SHA-256 without an object for each digest is deprecated for applications, not gone.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>
#include <openssl/proverr.h>
#include <openssl/sha.h>
