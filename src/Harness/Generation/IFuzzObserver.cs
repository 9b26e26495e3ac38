namespace Harness.Generation;

/// <summary>Is told what came of generated programs.</summary>
internal interface IFuzzObserver
{
    /// <summary>A program is done. Called by several threads.</summary>
    void Finished(ProgramRun run);
}
