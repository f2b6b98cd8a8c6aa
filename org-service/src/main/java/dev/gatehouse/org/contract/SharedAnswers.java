package dev.gatehouse.org.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Documents the refusals that every operation may answer with, and the shape of a problem, so that
 * no resource has to repeat them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class SharedAnswers implements OASFilter {

  private static final String PUBLIC = "/v1/oauth/";
  private static final String PROBLEM = "Problem";
  private static final SortedMap<String, String> REFUSALS =
      new TreeMap<>(
          Map.of(
              "400", "invalid_request, malformed_id",
              "401", "unauthenticated",
              "403", "permission_denied, operators_only",
              "404", "not_found"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(PROBLEM, problem());
    List.of("HttpProblem", "HttpValidationProblem", "Violation")
        .forEach(document.getComponents()::removeSchema);
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> {
          if (!path.startsWith(PUBLIC)) {
            item.getOperations().forEach(SharedAnswers::complete);
          }
        });
  }

  private static void complete(PathItem.HttpMethod method, Operation operation) {
    REFUSALS.forEach((status, codes) -> {
      var present = operation.getResponses().getAPIResponse(status);
      operation
          .getResponses()
          .addAPIResponse(
              status,
              OASFactory.createAPIResponse()
                  .description(
                      present == null || status.equals("400") ? codes : present.getDescription()));
    });
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, answer) -> {
          if (status.startsWith("4")) {
            answer.setContent(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
          }
        });
  }

  private static Schema problem() {
    return object(
            Map.of(
                "type", text("Identifies the problem type: urn:gatehouse:problem:<code>"),
                "title", text("What is the matter, in one line"),
                "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                "detail", text("What is the matter this time"),
                "code", text("Stable; clients switch on it"),
                "remedy", text("What to do next"),
                "traceId", text("Names this request in our logs"),
                "errors",
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .description("The invalid fields")
                        .items(
                            object(
                                Map.of(
                                    "field", text("Its name"),
                                    "in", text("body, path, query, header or form"),
                                    "message", text("What is wrong with it"))))))
        .description("A problem (RFC 9457); some carry more members");
  }

  private static Schema object(Map<String, Schema> properties) {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    properties.keySet().stream()
        .sorted()
        .forEach(name -> schema.addProperty(name, properties.get(name)));
    return schema;
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
