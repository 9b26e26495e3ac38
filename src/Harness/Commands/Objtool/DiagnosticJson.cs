using Objtool.Diagnostics;

namespace Harness.Commands.Objtool;

/// <summary>A diagnostic as machines read it.</summary>
internal static class DiagnosticJson
{
    public static object Of(string path, Diagnostic diagnostic) => new
    {
        file = path,
        id = diagnostic.Id,
        severity = diagnostic.Severity == Severity.Error ? "error" : "warning",
        message = diagnostic.Message,
        place = diagnostic.Place is { } place ? Of(place) : null,
        states = diagnostic.States,
        path = diagnostic.Path.Select(Of),
    };

    private static object Of(CodePlace place) => new
    {
        section = place.Section,
        offset = place.Offset,
        function = place.Function,
        functionOffset = place.Function is null ? (ulong?)null : place.FunctionOffset,
    };
}
