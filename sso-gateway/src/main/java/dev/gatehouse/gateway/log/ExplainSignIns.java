package dev.gatehouse.gateway.log;

import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.ids.Id;
import dev.gatehouse.languages.Language;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains failed sign-ins when they are read, so that better words reach old failures too: in the
 * console of the connection's provider, with the connection's values.
 */
@ApplicationScoped
class ExplainSignIns {

  private final Explanations explanations;

  ExplainSignIns(Explanations explanations) {
    this.explanations = explanations;
  }

  Uni<ExplainedSignIn> explain(LoggedSignIn signIn, Language language) {
    return explain(List.of(signIn), language).map(List::getFirst);
  }

  Uni<List<ExplainedSignIn>> explain(List<LoggedSignIn> signIns, Language language) {
    List<Id> concerned =
        signIns.stream()
            .filter(signIn -> !signIn.findings().isEmpty())
            .map(LoggedSignIn::connection)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return Multi.createFrom()
        .iterable(concerned)
        .onItem()
        .transformToUniAndConcatenate(
            id -> explanations.of(id, language).map(known -> Map.entry(id, known)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(known -> signIns.stream().map(signIn -> explained(signIn, known, language)).toList());
  }

  private ExplainedSignIn explained(
      LoggedSignIn signIn, Map<Id, ConnectionFailures> known, Language language) {
    @Nullable Id connection = signIn.connection();
    @Nullable ConnectionFailures own = connection == null ? null : known.get(connection);
    ConnectionFailures failures = own == null ? explanations.ofNobody(language) : own;
    return ExplainedSignIn.of(
        signIn,
        signIn.findings().stream()
            .map(finding ->
                failures.explain(finding.reason(), finding.expected(), finding.received()))
            .toList(),
        signIn.checks().stream()
            .map(check -> check.titled(failures.checkTitle(check.title())))
            .toList());
  }
}
