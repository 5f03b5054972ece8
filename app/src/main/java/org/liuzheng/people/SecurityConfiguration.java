package org.liuzheng.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every route is closed unless it is opened here. Reading pages is open to all; what a page then
 * shows is decided by the register's own access rule. Everything that writes needs a sign-in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String[] OPEN_TO_READ = {
    "/",
    "/sign-in",
    "/help",
    "/error",
    "/reports/**",
    "/publications/**",
    "/check",
    "/boards/**",
    "/figures/**",
    "/recheck",
    "/registers/**",
    "/entries/**",
    "/log/**",
    "/static/**",
    "/lib/**",
    "/favicon.svg",
    "/api/**"
  };
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'self'";

  @Bean
  SecurityFilterChain routes(HttpSecurity http, FolderToken token) throws Exception {
    return http.authorizeHttpRequests(r ->
            r.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, OPEN_TO_READ)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, OPEN_TO_READ)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/check")
                .permitAll()
                .requestMatchers(
                    "/registers/**",
                    "/publications/**",
                    "/studio",
                    "/studio/**",
                    "/recheck",
                    "/api/**")
                .authenticated()
                .anyRequest()
                .denyAll())
        .csrf(c -> c.ignoringRequestMatchers(token::carriedBy))
        .exceptionHandling(e ->
            e.defaultAuthenticationEntryPointFor(
                    (request, response, why) -> response.sendError(HttpStatus.UNAUTHORIZED.value()),
                    path("/api/**"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), path("/registers/**"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), path("/publications/**"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), path("/studio/**"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), path("/recheck"))
                .defaultAuthenticationEntryPointFor(
                    SecurityConfiguration::nothingThere, AnyRequestMatcher.INSTANCE))
        .formLogin(f ->
            f.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in")
                .successHandler(SignedIn::succeeded)
                .failureHandler(SignedIn::failed)
                .permitAll())
        .logout(l -> l.logoutUrl("/sign-out").logoutSuccessUrl("/").permitAll())
        .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY)))
        .addFilterBefore(token, UsernamePasswordAuthenticationFilter.class)
        .build();
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  /** A route that nobody opened does not exist; saying that it is closed would say that it does. */
  private static void nothingThere(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
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
    return login ->
        User.withUsername(login)
            .password(
                accounts
                    .passwordHash(login)
                    .orElseThrow(() -> new UsernameNotFoundException("no such account")))
            .authorities(AuthorityUtils.createAuthorityList("staff"))
            .build();
  }
}
