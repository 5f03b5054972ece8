package org.liuzheng.seal;

/**
 * One signature line of a note.
 *
 * @param name the signer's key name
 * @param id the signer's key id
 * @param bytes the signature; 64 bytes when it is Ed25519
 */
public record NoteSignature(String name, int id, byte[] bytes) {}
