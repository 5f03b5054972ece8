package org.liuzheng.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says in our words what the web framework found wrong with a request. */
final class Misuse {
  private static final int LONGEST_QUOTE = 60;

  private Misuse() {}

  static Refusal of(Exception e) {
    return switch (e) {
      case MissingServletRequestParameterException missing ->
          Refusal.of(
              "api.missing_parameter", missing.getParameterName(), missing.getParameterName());
      case MissingServletRequestPartException missing ->
          Refusal.of(
              "api.missing_part", missing.getRequestPartName(), missing.getRequestPartName());
      case MethodArgumentTypeMismatchException wrong -> ofType(wrong);
      case HttpMessageNotReadableException unreadable -> Refusal.of("api.unreadable_body", "");
      case HttpRequestMethodNotSupportedException method ->
          Refusal.of("api.method", "", method.getMethod(), listed(method.getSupportedMethods()));
      case HttpMediaTypeNotSupportedException type ->
          Refusal.of(
              "api.media_type",
              "",
              String.valueOf(type.getContentType()),
              named(type.getSupportedMediaTypes()));
      case HttpMediaTypeNotAcceptableException type ->
          Refusal.of("api.not_acceptable", "", named(type.getSupportedMediaTypes()));
      case MaxUploadSizeExceededException large -> Refusal.of("api.too_large", "file");
      case MultipartException multipart -> Refusal.of("api.multipart", "");
      default -> Refusal.of("api.bad_request", "");
    };
  }

  private static Refusal ofType(MethodArgumentTypeMismatchException wrong) {
    String name = wrong.getName();
    String found = quoted(wrong.getValue());
    Class<?> wanted = Objects.requireNonNullElse(wrong.getRequiredType(), Object.class);
    if (wanted.isEnum()) {
      return Refusal.of(
          "api.wants_one_of",
          name,
          name,
          found,
          Arrays.stream(wanted.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    return wanted == boolean.class
        ? Refusal.of("api.wants_one_of", name, name, found, "true, false")
        : Refusal.of("api.wants_whole", name, name, found);
  }

  private static String quoted(@Nullable Object value) {
    String text =
        value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value);
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String named(List<MediaType> types) {
    return types.stream()
        .map(t -> t.toString().toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String listed(String @Nullable [] methods) {
    return methods == null ? "" : String.join(", ", methods);
  }
}
