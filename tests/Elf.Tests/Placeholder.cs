namespace Elf.Tests;
