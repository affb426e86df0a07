-- Drives Neovim's own language client against `aims lsp --stdio`, and writes what it saw as JSON. Works in 0.7 and newer.
local folder, result_file = vim.env.AIMS_FOLDER, vim.env.AIMS_RESULT
local seen = { messages = {}, log = {} }

local function finish()
  local file = assert(io.open(result_file, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function await(what, condition)
  if not vim.wait(15000, condition, 10) then
    seen.waited_in_vain = what
    finish()
    error('waited in vain: ' .. what)
  end
end

local function codes(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp
    table.insert(found, { code = diagnostic.code or (lsp and lsp.code), line = diagnostic.lnum + 1, message = diagnostic.message })
  end
  return found
end

local function has(buffer, code)
  for _, found in ipairs(codes(buffer)) do
    if found.code == code then return true end
  end
  return false
end

local function request(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 15000))
  for _, answer in pairs(answers) do
    assert(not answer.error, vim.inspect(answer.error))
    return answer.result
  end
end

-- Chooses a code action as a person would in the list.
local function choose(title)
  local offered, chosen = {}, false
  vim.ui.select = function(items, _, on_choice)
    for _, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(offered, action.title)
      if action.title:find(title, 1, true) then
        chosen = true
        return on_choice(item)
      end
    end
    on_choice(nil)
  end
  vim.lsp.buf.code_action()
  await('the code action ' .. title, function() return chosen end)
  return offered
end

local function at(pattern)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, 'cW') > 0, pattern)
end

vim.lsp.handlers['window/showMessage'] = function(_, params)
  table.insert(seen.messages, params.message)
end
local log = vim.lsp.handlers['window/logMessage']
vim.lsp.handlers['window/logMessage'] = function(error, params, ...)
  table.insert(seen.log, params.message)
  if log then return log(error, params, ...) end
end

vim.o.hidden = true
vim.o.autoread = true
vim.cmd('edit ' .. folder .. '/soa.yaml')
local soa = vim.api.nvim_get_current_buf()
local client_id = assert(vim.lsp.start_client({
  name = 'aims',
  cmd = vim.fn.json_decode(vim.env.AIMS_COMMAND),
  root_dir = folder,
  init_options = { today = '2026-11-20' },
}))
vim.lsp.buf_attach_client(soa, client_id)

await('findings of the open file', function() return has(soa, 'soa/missing-justification') end)
seen.open_file = codes(soa)

local policy = vim.uri_to_bufnr(vim.uri_from_fname(folder .. '/policies/ai-policy.md'))
await('findings of a file that is not open', function() return has(policy, 'reference/case-mismatch') end)
seen.other_file = codes(policy)
seen.other_was_open = vim.fn.bufwinid(policy) ~= -1

at('A.2.2')
local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
seen.hover = hover.contents.value

-- What is typed into the list of controls of a new row.
vim.api.nvim_buf_set_lines(soa, -1, -1, false, { '  - id: A.6' })
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(soa), 10 })
vim.cmd('startinsert!')
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(soa), 11 })
local params = vim.lsp.util.make_position_params(0, 'utf-16')
params.position.character = 11
params.context = { triggerKind = 1 }
local completion = request('textDocument/completion', params)
seen.completion = {}
for _, item in ipairs(completion.items or completion) do
  table.insert(seen.completion, { label = item.label, text = item.textEdit and item.textEdit.newText, command = item.command ~= nil })
end
vim.cmd('stopinsert')
vim.api.nvim_buf_set_lines(soa, -2, -1, false, {})

-- A correction: text changes in place.
vim.cmd('edit ' .. folder .. '/policies/ai-policy.md')
vim.lsp.buf_attach_client(0, client_id)
await('findings of the policy', function() return has(0, 'reference/case-mismatch') end)
at('Human.md')
seen.offered = choose('Write the real name')
await('the corrected text', function() return vim.fn.search('(human.md)', 'nw') > 0 end)
await('the finding to go', function() return not has(0, 'reference/case-mismatch') end)
seen.corrected = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.cmd('silent write')

-- A new file: the server says what it holds, Neovim makes it.
vim.cmd('edit ' .. folder .. '/soa.yaml')
at('A.2.2')
seen.offered_for_row = choose('Create an evidence document for A.2.2')
await('the new file', function() return vim.fn.bufname('A.2.2-ai-policy.md') ~= '' end)
local made = vim.fn.bufnr('A.2.2-ai-policy.md')
vim.fn.bufload(made)
seen.made = { name = vim.api.nvim_buf_get_name(made), lines = vim.api.nvim_buf_get_lines(made, 0, 4, false) }

-- An explanation: a command of the server.
vim.cmd('buffer ' .. soa)
at('A.2.2')
choose('Explain soa/missing-justification')
await('the explanation', function() return #seen.messages > 0 end)

-- Nobody tells the server of files that change on disk: it looks when one is saved.
local file = assert(io.open(folder .. '/policies/human.md', 'w'))
file:write('---\nkind: policy\nid: POL-2\nstatus: approved\nowner: Head of AI\n---\n# Human oversight\n\nSee [nothing](nowhere.md).\n')
file:close()
vim.cmd('buffer ' .. soa)
vim.api.nvim_buf_set_lines(soa, -1, -1, false, { '# saved' })
vim.cmd('silent write')
local human = vim.uri_to_bufnr(vim.uri_from_fname(folder .. '/policies/human.md'))
await('findings after saving', function() return has(human, 'reference/broken-link') end)
seen.after_saving = codes(human)

vim.lsp.stop_client(client_id)
await('the end of the server', function() return vim.lsp.get_client_by_id(client_id) == nil end)
seen.stopped = true
finish()
