namespace Emulator.Tests;
