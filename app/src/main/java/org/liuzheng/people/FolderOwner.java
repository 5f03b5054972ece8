package org.liuzheng.people;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The command line on the same machine: whoever can read the data folder's note owns the district's
 * data anyway, and acts as administrator.
 */
final class FolderOwner extends AbstractAuthenticationToken {
  static final String LOGIN = "command-line";
  private static final long serialVersionUID = 1L;

  FolderOwner() {
    super(AuthorityUtils.createAuthorityList("admin"));
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return LOGIN;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FolderOwner;
  }

  @Override
  public int hashCode() {
    return LOGIN.hashCode();
  }
}
