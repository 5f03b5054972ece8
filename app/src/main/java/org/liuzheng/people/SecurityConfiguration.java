package org.liuzheng.people;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Every route is closed unless it is opened here. Reading pages is open to all; what a page then
 * shows is decided by the register's own access rule. Everything that writes needs a sign-in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String[] OPEN_TO_READ = {"/", "/sign-in", "/help", "/error", "/reports/**",
      "/figures/**", "/registers/**", "/entries/**", "/log/**", "/static/**", "/lib/**",
      "/favicon.svg", "/api/**", "/actuator/health"};
  private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self'"
      + " 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
      + " form-action 'self'";

  @Bean
  SecurityFilterChain routes(HttpSecurity http, FolderToken token) throws Exception {
    return http
        .authorizeHttpRequests(r -> r
            .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
            .requestMatchers(HttpMethod.GET, OPEN_TO_READ).permitAll()
            .requestMatchers(HttpMethod.HEAD, OPEN_TO_READ).permitAll()
            .requestMatchers("/registers/**", "/api/**").authenticated()
            .anyRequest().denyAll())
        .csrf(c -> c.ignoringRequestMatchers(token::carriedBy))
        .formLogin(f -> f.loginPage("/sign-in").loginProcessingUrl("/sign-in")
            .failureUrl("/sign-in?failed").permitAll())
        .logout(l -> l.logoutUrl("/sign-out").logoutSuccessUrl("/").permitAll())
        .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY)))
        .addFilterBefore(token, UsernamePasswordAuthenticationFilter.class).build();
  }

  /** The filter belongs to the security chain alone, not to the servlet container as well. */
  @Bean
  FilterRegistrationBean<FolderToken> tokenOnlyInTheChain(FolderToken token) {
    FilterRegistrationBean<FolderToken> registration = new FilterRegistrationBean<>(token);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Accounts.PASSWORDS;
  }

  @Bean
  UserDetailsService accountsForSignIn(Accounts accounts) {
    return login -> User.withUsername(login)
        .password(accounts.passwordHash(login)
            .orElseThrow(() -> new UsernameNotFoundException("no such account")))
        .authorities(AuthorityUtils.createAuthorityList("staff")).build();
  }
}
