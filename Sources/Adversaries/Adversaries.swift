// All families of adversaries, under one name: `import Adversaries`.
@_exported public import EncryptionAdversaries
@_exported public import HashAdversaries
@_exported public import HierarchyAdversaries
@_exported public import KeySecrecyAdversaries
@_exported public import PolicyAdversaries
@_exported public import ServiceAdversaries
@_exported public import SignatureAdversaries
