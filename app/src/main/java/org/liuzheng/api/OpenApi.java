package org.liuzheng.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of all routes alike. */
@Configuration(proxyBeanMethods = false)
class OpenApi {
  private static final String PROBLEM = "Problem";
  private static final String BEARER = "folder-token";
  private static final String SESSION = "session";
  private static final String CSRF = "csrf";

  @Bean
  OpenAPI about() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Liuzheng")
                .version("1")
                .description(
                    """
                    Registers, figures and reports of one district, on any day (`on`) as known at any \
                    ledger position (`known`). Decimals are strings; what is absent is null; a label is \
                    `{zh, en}`; sentences are in the language of Accept-Language. Errors are RFC 9457 \
                    problems whose `type` is stable and whose `refusals` name each place. See \
                    docs/specs/api.md.\
                    """)
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The token in the data folder's file `running`."))
                .addSecuritySchemes(
                    SESSION,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("JSESSIONID")
                        .description("A signed-in session; see GET /api/session."))
                .addSecuritySchemes(
                    CSRF,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-CSRF-TOKEN")
                        .description("The token of GET /api/session.")));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema().description("stable, urn:liuzheng:…"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("one sentence"))
        .addProperty("instance", new StringSchema())
        .addProperty(
            "refusals",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty("key", new StringSchema())
                        .addProperty(
                            "place", new StringSchema().description("field or parameter; or empty"))
                        .addProperty("says", new StringSchema())));
  }

  @Bean
  OpenApiCustomizer everyRoute() {
    return api ->
        api.getPaths()
            .values()
            .forEach(path -> {
              path.readOperations().forEach(OpenApi::mayBeRefused);
              writes(path)
                  .forEach(operation ->
                      operation.security(
                          List.of(
                              new SecurityRequirement().addList(BEARER),
                              new SecurityRequirement().addList(SESSION).addList(CSRF))));
            });
  }

  private static void mayBeRefused(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description(
                    "Refused: 400 not understood, 401 sign in first, 403 not for you, 404 not"
                        + " there, 405, 413, 415, 422 what was sent is not right, 503 try again")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static List<Operation> writes(PathItem path) {
    return path.getPost() == null ? List.of() : List.of(path.getPost());
  }
}
