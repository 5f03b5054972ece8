package org.liuzheng.page;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Static files under addresses with versions, and the shell as a controller's parameter. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(StaticFiles.KEPT).cachePublic().immutable();

  private final Shells shells;
  private final StaticFiles files;

  PageConfiguration(Shells shells, StaticFiles files) {
    this.shells = shells;
    this.files = files;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(shells);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/static/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(FOR_GOOD)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addFixedVersionStrategy(files.version(), "/**"));
    registry
        .addResourceHandler("/lib/htmx/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/")
        .setCacheControl(FOR_GOOD);
    registry
        .addResourceHandler("/lib/echarts/**")
        .addResourceLocations("classpath:/META-INF/resources/_static/echarts/")
        .setCacheControl(FOR_GOOD);
  }
}
